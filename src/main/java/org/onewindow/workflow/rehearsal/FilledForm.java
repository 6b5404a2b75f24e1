package org.onewindow.workflow.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.onewindow.casefile.Acceptance;

/**
 * Fills a form in as a person before the browser would: what was decided as decided, everything else with the first good
 * value. Fields that the form hides are filled in too; the form's contract lets them fall.
 */
final class FilledForm {

    /** Synthetic numbers with valid check digits. */
    private static final Map<String, String> NUMBERS = Map.of(
            "idNumber", "150203198001010016",
            "agentIdNumber", "150203198001010016",
            "identityNumber", "150203198001010016",
            "creditCode", "91150203MA0N000164",
            "contactPhone", "13800000000",
            "agentPhone", "13800000000");

    private static final String SAMPLE = "演练用";

    private final Map<String, Object> decided;
    private final JsonNode shown;
    private final LocalDate today;
    private final boolean isFirstRowFaulty;
    private final Map<String, Integer> chosen = new HashMap<>();

    /**
     * @param decided values by field
     * @param shown what the server gave the form to show, options among it
     * @param isFirstRowFaulty whether the first row of a checklist is left open with a defect
     */
    FilledForm(Map<String, Object> decided, JsonNode shown, LocalDate today, boolean isFirstRowFaulty) {
        this.decided = decided;
        this.shown = shown;
        this.today = today;
        this.isFirstRowFaulty = isFirstRowFaulty;
    }

    Map<String, Object> values(JsonNode form) {
        var values = new HashMap<String, Object>();
        int row = 0;
        for (var component : form.path("components")) {
            var path = component.path("path").asText();
            var key = component.path("key").asText();
            if (!path.isEmpty()) {
                values.put(path, row(component, isFirstRowFaulty && row == 0));
                row++;
            } else if (component.path("type").asText().equals("group")) {
                values.putAll(values(component));
            } else if (!key.isEmpty()) {
                var value = decided.containsKey(key) ? decided.get(key) : value(component, key);
                if (value != null) {
                    values.put(key, value);
                }
            }
        }
        return values;
    }

    private Map<String, Object> row(JsonNode group, boolean faulty) {
        var values = new HashMap<String, Object>();
        for (var field : group.path("components")) {
            var key = field.path("key").asText();
            switch (field.path("type").asText()) {
                case "number" ->
                    values.put(
                            key, faulty ? 0 : field.path("validate").path("max").asInt(99));
                case "checkbox" -> values.put(key, !faulty);
                case "textfield", "textarea" -> {
                    if (faulty) {
                        values.put(key, text(field, key));
                    }
                }
                default -> {
                    // shows only
                }
            }
        }
        return values;
    }

    private Object value(JsonNode field, String key) {
        return switch (field.path("type").asText()) {
            case "textfield", "textarea" -> text(field, key);
            case "number" -> number(field.path("validate"));
            case "checkbox" -> field.path("validate").path("required").asBoolean() ? true : null;
            case "radio", "select" -> choice(field);
            case "datetime" -> today.toString();
            default -> null;
        };
    }

    private static String text(JsonNode field, String key) {
        var number = NUMBERS.get(key);
        if (number != null) {
            return number;
        }
        var validate = field.path("validate");
        int least = Math.max(validate.path("minLength").asInt(0), SAMPLE.length());
        var text = SAMPLE.repeat(least / SAMPLE.length() + 1).substring(0, least);
        return text.substring(
                0, Math.min(text.length(), validate.path("maxLength").asInt(text.length())));
    }

    private static Number number(JsonNode validate) {
        return validate.has("min") ? validate.get("min").numberValue() : 1;
    }

    /** Two fields with the same options, such as two inspectors, get different ones. */
    private String choice(JsonNode field) {
        var from = field.path("valuesKey").asText();
        var options = options(from.isEmpty() ? field.path("values") : shown.path(from));
        int next = from.isEmpty() ? 0 : chosen.merge(from, 1, Integer::sum) - 1;
        return options.isEmpty() ? null : options.get(next % options.size());
    }

    /** The values of a field's options that a condition of the item does not shut out. */
    static List<String> options(JsonNode values) {
        var options = new ArrayList<String>();
        StreamSupport.stream(values.spliterator(), false)
                .map(option -> option.path("value").asText())
                .filter(option -> !option.equals(Acceptance.INELIGIBLE))
                .forEach(options::add);
        return options;
    }
}
