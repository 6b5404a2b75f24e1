package org.onewindow.factory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.factory.Item.Question;

/** {@code situation.form}: the item's own questions, two in a row, which follow the bureau's part of the application form. */
final class SituationForm {

    private static final ObjectWriter JSON = new ObjectMapper().writer(printer());

    private SituationForm() {}

    static String of(Item item) {
        var form = new LinkedHashMap<String, Object>();
        form.put("schemaVersion", 16);
        form.put("id", "situation_" + item.code());
        form.put("type", "default");
        form.put("executionPlatform", "Camunda Platform");
        form.put("executionPlatformVersion", "7.24.0");
        var components = new ArrayList<Map<String, Object>>();
        for (var question : item.questions()) {
            components.add(component(question, "s" + (components.size() / 2 + 1)));
        }
        form.put("components", components);
        try {
            return JSON.writeValueAsString(form) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> component(Question question, String row) {
        boolean text = question.type().equals("text");
        boolean number = question.type().equals("number");
        var component = new LinkedHashMap<String, Object>();
        component.put("type", text ? "textfield" : question.type());
        component.put("key", question.key());
        component.put("label", question.label());
        var validate = new LinkedHashMap<String, Object>();
        // a box that must be ticked would be no question
        if (question.mandatory() && !question.type().equals("checkbox")) {
            validate.put("required", true);
        }
        if (text || number) {
            validate.put(text ? "maxLength" : "max", question.most());
            validate.put(text ? "minLength" : "min", question.least());
        }
        component.put("validate", validate);
        if (number) {
            component.put("decimalDigits", 0);
        }
        if (!question.options().isEmpty()) {
            component.put("values", values(question));
        }
        var layout = new LinkedHashMap<String, Object>();
        layout.put("row", row);
        layout.put("columns", 8);
        component.put("layout", layout);
        component.put("id", "field_" + question.key());
        return component;
    }

    private static List<Map<String, String>> values(Question question) {
        var values = new ArrayList<Map<String, String>>();
        question.options().forEach((value, label) -> {
            var option = new LinkedHashMap<String, String>();
            option.put("value", value);
            option.put("label", label);
            values.add(option);
        });
        return values;
    }

    /** As form editors write JSON. */
    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }
}
