package org.onewindow.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field that a form takes input for.
 *
 * @param options the values to choose from; empty for a free field
 * @param optionsFrom the variable that holds the options
 * @param hiddenIf FEEL, without the equals sign
 * @param children the fields of each row of a dynamic list
 */
record FormField(
        String key,
        String type,
        String label,
        boolean required,
        int minLength,
        int maxLength,
        Optional<Double> min,
        Optional<Double> max,
        Map<String, String> options,
        Optional<String> optionsFrom,
        Optional<String> hiddenIf,
        List<FormField> children) {

    private static final int DEFAULT_LENGTH = 200;

    /** The fields below a node of a form, groups taken apart, and everything that only shows left out. */
    static List<FormField> in(JsonNode components) {
        var fields = new ArrayList<FormField>();
        for (var component : components) {
            var type = component.path("type").asText();
            if (type.equals("group")) {
                fields.addAll(in(component.path("components")));
            } else if (component.has("key") || type.equals("dynamiclist")) {
                fields.add(of(component, type));
            }
        }
        return List.copyOf(fields);
    }

    private static FormField of(JsonNode component, String type) {
        var validate = component.path("validate");
        return new FormField(
                component.path(type.equals("dynamiclist") ? "path" : "key").asText(),
                type,
                component.path(type.equals("datetime") ? "dateLabel" : "label").asText(),
                validate.path("required").asBoolean(),
                validate.path("minLength").asInt(0),
                validate.path("maxLength").asInt(DEFAULT_LENGTH),
                number(validate, "min"),
                number(validate, "max"),
                options(component.path("values")),
                text(component, "valuesKey"),
                text(component.path("conditional"), "hide").map(feel -> feel.substring(1)),
                in(component.path("components")));
    }

    /** In the form's order. */
    private static Map<String, String> options(JsonNode values) {
        var options = new LinkedHashMap<String, String>();
        values.forEach(
                v -> options.put(v.path("value").asText(), v.path("label").asText()));
        return Collections.unmodifiableMap(options);
    }

    private static Optional<Double> number(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.get(name).asDouble()) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }

    boolean isChoice() {
        return type.equals("radio") || type.equals("select");
    }
}
