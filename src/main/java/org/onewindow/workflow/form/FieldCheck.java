package org.onewindow.workflow.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.casefile.RefusedInput.Violation;

/** Checks the value of one field; what is wrong is added to the violations, and the value is empty. */
record FieldCheck(FormField field, String place, List<Violation> violations) {

    Optional<Object> value(Object sent, Map<String, Object> shown) {
        var value = sent instanceof String text && text.isBlank() ? null : sent;
        if (value == null) {
            return missing();
        }
        return switch (field.type()) {
            case "textfield", "textarea" -> text(value);
            case "number" -> number(value);
            case "checkbox" -> flag(value);
            case "radio", "select" -> choice(value, options(shown));
            case "checklist" -> choices(value, options(shown));
            case "datetime" -> date(value);
            default -> throw new IllegalStateException("a form type that the contract does not know: " + field.type());
        };
    }

    /** The label of a chosen option. */
    Optional<String> label(Object value, Map<String, Object> shown) {
        return field.isChoice() ? Optional.ofNullable(options(shown).get(value)) : Optional.empty();
    }

    private Map<String, String> options(Map<String, Object> shown) {
        return field.optionsFrom()
                .map(from -> ((List<?>) shown.getOrDefault(from, List.of()))
                        .stream()
                                .map(Map.class::cast)
                                .collect(Collectors.toMap(
                                        o -> (String) o.get("value"), o -> (String) o.get("label"), (a, b) -> a)))
                .orElse(field.options());
    }

    private Optional<Object> missing() {
        if (field.required()) {
            refuse((field.isChoice() ? "请选择" : field.type().equals("checkbox") ? "请勾选" : "请填写") + name());
        }
        return Optional.empty();
    }

    private Optional<Object> text(Object value) {
        if (!(value instanceof String text)
                || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            return refuse(name() + "应为文字");
        }
        var stripped = text.strip();
        if (stripped.length() > field.maxLength()) {
            return refuse(name() + "最多" + field.maxLength() + "字，现有" + stripped.length() + "字");
        }
        if (stripped.length() < field.minLength()) {
            return refuse(name() + "至少" + field.minLength() + "字");
        }
        return Optional.of(stripped);
    }

    private Optional<Object> number(Object value) {
        if (!(value instanceof Number number)
                || field.min().filter(min -> number.doubleValue() < min).isPresent()
                || field.max().filter(max -> number.doubleValue() > max).isPresent()) {
            return refuse(
                    name() + "应为" + field.min().map(m -> m.intValue() + "以上").orElse("")
                            + field.max().map(m -> m.intValue() + "以下").orElse("") + "的数字");
        }
        return Optional.of(number);
    }

    private Optional<Object> flag(Object value) {
        if (!(value instanceof Boolean flag)) {
            return refuse(name() + "应为是或者否");
        }
        return flag ? Optional.of(true) : missing();
    }

    private Optional<Object> choice(Object value, Map<String, String> options) {
        if (!(value instanceof String choice) || !options.containsKey(choice)) {
            return refuse(name() + "的选项不存在，请重新选择");
        }
        return Optional.of(choice);
    }

    private Optional<Object> choices(Object value, Map<String, String> options) {
        if (!(value instanceof List<?> choices) || !options.keySet().containsAll(choices)) {
            return refuse(name() + "的选项已变化，请刷新页面后重新选择");
        }
        return choices.isEmpty() ? missing() : Optional.of(List.copyOf(choices));
    }

    private Optional<Object> date(Object value) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(value)).toString());
        } catch (DateTimeParseException e) {
            return refuse(name() + "应为日期，请重新选择");
        }
    }

    private String name() {
        return "“" + field.label() + "”";
    }

    private Optional<Object> refuse(String message) {
        violations.add(new Violation(field.key(), place + message));
        return Optional.empty();
    }
}
