package org.onewindow.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;

/**
 * A form read as a contract: what it asks for is all that the server takes, checked by the form's own rules. The browser
 * checks the same, but nothing that it sends is trusted.
 */
final class FormContract {

    /** Characters in one submission. */
    private static final int MOST_CHARACTERS = 50_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z]+");

    private final List<FormField> fields;
    private final Set<String> names;
    private final Set<String> needed;
    private final Optional<String> guard;

    FormContract(JsonNode form) {
        this.fields = FormField.in(form.path("components"));
        this.names = namesIn(form.toString());
        this.needed = needed(fields);
        this.guard = Optional.ofNullable(form.path("guard").textValue());
    }

    /** The bean that checks a task's completion with this form; none for a form that starts something. */
    Optional<String> guard() {
        return guard;
    }

    /** Of all that could be shown only what this form names: a browser is not sent more than its page needs. */
    Map<String, Object> shown(Map<String, Supplier<?>> data) {
        return only(names, data);
    }

    /** Of all that could be shown only what a check of what was sent goes by: rows, options, conditions. */
    Map<String, Object> needed(Map<String, Supplier<?>> data) {
        return only(needed, data);
    }

    private static Map<String, Object> only(Set<String> names, Map<String, Supplier<?>> data) {
        var values = new HashMap<String, Object>();
        data.forEach((name, value) -> {
            if (names.contains(name)) {
                values.put(name, value.get());
            }
        });
        return values;
    }

    private static Set<String> needed(List<FormField> fields) {
        var needed = new HashSet<String>();
        for (var field : fields) {
            field.optionsFrom().ifPresent(needed::add);
            field.hiddenIf().ifPresent(feel -> needed.addAll(namesIn(feel)));
            if (!field.children().isEmpty()) {
                needed.add(field.key());
                needed.addAll(needed(field.children()));
            }
        }
        return needed;
    }

    private static Set<String> namesIn(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Decides whether a FEEL condition holds for some data. */
    interface Condition {
        boolean holds(String feel, Map<String, Object> data);
    }

    List<FormField> fields() {
        return fields;
    }

    /**
     * Checks what was sent.
     *
     * @param shown what the server gave the form to show, options and rows among it
     * @throws RefusedInput with every violation at once
     */
    Submission check(Map<String, Object> sent, Map<String, Object> shown, Condition condition) {
        if (size(sent) > MOST_CHARACTERS) {
            throw new RefusedInput("提交的内容过长（超过" + MOST_CHARACTERS + "字），请删减后重新提交");
        }
        var violations = new ArrayList<Violation>();
        var submission = check(fields, sent, shown, condition, "", violations);
        if (!violations.isEmpty()) {
            throw new RefusedInput(violations);
        }
        return submission;
    }

    private static Submission check(
            List<FormField> fields,
            Map<String, Object> sent,
            Map<String, Object> shown,
            Condition condition,
            String place,
            List<Violation> violations) {
        refuseUnknown(fields, sent.keySet(), violations);
        var data = new HashMap<>(shown);
        fields.forEach(field -> data.put(field.key(), field.children().isEmpty() ? null : shown.get(field.key())));
        data.putAll(sent);
        var values = new HashMap<String, Object>();
        var labels = new HashMap<String, String>();
        for (var field : fields) {
            if (field.hiddenIf().filter(feel -> condition.holds(feel, data)).isPresent()) {
                continue;
            }
            var check = new FieldCheck(field, place, violations);
            if (field.children().isEmpty()) {
                check.value(sent.get(field.key()), shown).ifPresent(value -> {
                    values.put(field.key(), value);
                    check.label(value, shown).ifPresent(label -> labels.put(field.key(), label));
                });
            } else {
                values.put(field.key(), rows(field, sent, shown, condition, violations));
            }
        }
        return new Submission(values, labels);
    }

    private static List<Submission> rows(
            FormField list,
            Map<String, Object> sent,
            Map<String, Object> shown,
            Condition condition,
            List<Violation> violations) {
        var shownRows = maps(shown.get(list.key()));
        var sentRows = maps(sent.get(list.key()));
        if (shownRows.size() != sentRows.size()) {
            violations.add(new Violation(list.key(), "“" + list.label() + "”与办件不一致，请刷新页面后重新填写"));
            return List.of();
        }
        var rows = new ArrayList<Submission>();
        for (int i = 0; i < sentRows.size(); i++) {
            var place = "“" + list.label() + "”第" + (i + 1) + "行：";
            // the names that FEEL has in a row: the whole form's data, the row as "this", its number in "i"
            var context = new HashMap<>(shown);
            context.putAll(shownRows.get(i));
            context.put("this", sentRows.get(i));
            context.put("i", List.of(i + 1));
            rows.add(check(list.children(), sentRows.get(i), context, condition, place, violations));
        }
        return rows;
    }

    private static void refuseUnknown(List<FormField> fields, Set<String> keys, List<Violation> violations) {
        var known = fields.stream().map(FormField::key).collect(Collectors.toSet());
        keys.stream()
                .filter(key -> !known.contains(key))
                .limit(3)
                .map(key -> key.length() > 40 ? key.substring(0, 40) : key)
                .forEach(key -> violations.add(new Violation(key, "表单中没有“" + key + "”这一项，请刷新页面后重新填写")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        boolean isRows = value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
        return isRows ? (List<Map<String, Object>>) value : List.of();
    }

    private static int size(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToInt(e -> size(e.getKey()) + size(e.getValue()))
                    .sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(FormContract::size).sum();
        }
        return value instanceof String text ? text.length() : 1;
    }
}
