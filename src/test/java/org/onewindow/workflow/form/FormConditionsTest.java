package org.onewindow.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form hides from somebody who has answered some of it. */
class FormConditionsTest {

    private final FormConditions conditions = new FormConditions();

    private final JsonNode form = form("""
            {"components": [
              {"type": "radio", "key": "premises", "values": [{"value": "rented"}, {"value": "owned"}]},
              {"type": "group", "components": [
                {"type": "number", "key": "rent", "label": "租金", "conditional": {"hide": "=premises = \\"owned\\""}}]},
              {"type": "checkbox", "key": "sublet", "conditional": {"hide": "=not(premises = \\"rented\\")"}},
              {"type": "textfield", "key": "tenant", "conditional": {"hide": "=sublet = null or sublet = false"}},
              {"type": "textfield", "key": "agent", "conditional": {"hide": "=applicantName != \\"sublet\\""}}
            ]}""");

    @Test
    void anOpenQuestionHidesNothing() {
        assertThat(conditions.hidden(form, Map.of())).isEmpty();
        assertThat(conditions.hidden(form, Map.of("premises", "rented"))).isEmpty();
    }

    @Test
    void anAnswerHidesWhatTheFormHidesAndWhatIsHiddenIsNoLongerOpen() {
        assertThat(conditions.hidden(form, Map.of("premises", "owned")))
                .containsExactlyInAnyOrder("rent", "sublet", "tenant");
        assertThat(conditions.hidden(form, Map.of("premises", "rented", "sublet", false)))
                .containsExactly("tenant");
    }

    @Test
    void aConditionsOwnQuestionIsPartOfTheMatter() {
        assertThat(conditions.deciding(form, List.of("premises"))).isEmpty();
        assertThat(conditions.deciding(form, List.of("tenant", "rent")))
                .containsExactlyInAnyOrder("premises", "sublet");
    }

    @Test
    void whatIsHiddenOnceAllIsAnsweredIsWhatASubmissionLoses() {
        for (var premises : List.of("rented", "owned")) {
            for (var sublet : List.of(true, false)) {
                var answers = new HashMap<String, Object>(
                        Map.of("premises", premises, "sublet", sublet, "rent", 5, "tenant", "甲", "agent", "乙"));
                answers.put("applicantName", "sublet");
                var left = new HashMap<>(answers);
                left.keySet().removeAll(conditions.hidden(form, answers));
                assertThat(conditions.taken(form, answers)).isEqualTo(left);
                assertThat(new FormContract(form)
                                .check(
                                        without(answers, "applicantName"),
                                        Map.of("applicantName", "sublet"),
                                        conditions::holds)
                                .values()
                                .keySet())
                        .isEqualTo(without(without(left, "applicantName"), sublet ? "" : "sublet")
                                .keySet());
            }
        }
    }

    private static Map<String, Object> without(Map<String, Object> answers, String field) {
        var fewer = new HashMap<>(answers);
        fewer.remove(field);
        return fewer;
    }

    private static JsonNode form(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
