package org.onewindow.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.onewindow.workflow.ParsedFeel;
import org.springframework.stereotype.Component;

/** The conditions of forms, in FEEL: what a form hides is not asked. */
@Component
public class FormConditions {

    private final FeelEngine feel = new ParsedFeel();

    /** @param feel without the equals sign */
    boolean holds(String feel, Map<String, Object> data) {
        return Boolean.TRUE.equals(
                this.feel.evaluateSimpleExpression(feel, Variables.fromMap(data).asVariableContext()));
    }

    /** Whether a form hides a field in a situation. */
    public boolean hides(JsonNode field, Map<String, Object> answers) {
        var hide = field.path("conditional").path("hide").asText();
        return hide.startsWith("=") && holds(hide.substring(1), answers);
    }

    /** The answers that a form takes: without those to what it hides. */
    public Map<String, Object> taken(JsonNode form, Map<String, Object> answers) {
        var taken = new HashMap<>(answers);
        for (var field : form.path("components")) {
            if (taken.containsKey(field.path("key").asText()) && hides(field, withAll(form, answers))) {
                taken.remove(field.path("key").asText());
            }
        }
        return taken;
    }

    /** FEEL knows no name that has no value. */
    private static Map<String, Object> withAll(JsonNode form, Map<String, Object> answers) {
        var data = new HashMap<String, Object>();
        form.path("components").forEach(field -> data.put(field.path("key").asText(), null));
        data.putAll(answers);
        return data;
    }
}
