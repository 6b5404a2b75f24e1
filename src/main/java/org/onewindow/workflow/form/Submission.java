package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person sent, after its form's contract was checked: known fields only, of the right type and length.
 *
 * @param labels of the chosen options, by field
 */
public record Submission(Map<String, Object> values, Map<String, String> labels) {

    /** The text of a field that the form requires. */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> new IllegalStateException("form without required field " + key));
    }

    public Optional<String> optionalText(String key) {
        return Optional.ofNullable((String) values.get(key));
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** A whole number; 0 where nothing was given. */
    public int number(String key) {
        return values.get(key) instanceof Number number ? number.intValue() : 0;
    }

    /** The label of what was chosen. */
    public String label(String key) {
        return labels.getOrDefault(key, "");
    }

    /** What was ticked in a list of options. */
    @SuppressWarnings("unchecked")
    public List<String> choices(String key) {
        return (List<String>) values.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    public List<Submission> rows(String key) {
        return (List<Submission>) values.getOrDefault(key, List.of());
    }
}
