package org.onewindow.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.onewindow.casefile.RefusedInput.Violation;

/** Checks an answer to a form that nobody has submitted yet, by the rules of a submission. */
public final class AnswerCheck {

    private AnswerCheck() {}

    /** @param violations what is wrong with the answer is added */
    public static void check(JsonNode form, String key, Object answer, List<Violation> violations) {
        FormField.in(form.path("components")).stream()
                .filter(field -> field.key().equals(key))
                .forEach(field -> new FieldCheck(field, "", violations).value(answer, Map.of()));
    }
}
