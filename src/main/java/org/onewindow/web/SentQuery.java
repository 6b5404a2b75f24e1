package org.onewindow.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.catalog.Coded;

/** The parameters of an address; what is wrong with them is told all at once. */
final class SentQuery {

    private static final int LONGEST_TEXT = 50;
    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    private final Map<String, String> sent;
    private final List<Violation> violations = new ArrayList<>();

    /** @param known the names of the parameters that there are */
    SentQuery(Map<String, String> sent, Set<String> known) {
        this.sent = sent;
        sent.keySet().stream()
                .filter(name -> !known.contains(name))
                .limit(3)
                .forEach(name -> refuse(name.length() > 40 ? name.substring(0, 40) : name, "没有这个查询条件，请核对接口文档 /docs/"));
    }

    /** @throws RefusedInput with every parameter that is unknown or has a value that does not exist */
    void refuseFaults() {
        if (!violations.isEmpty()) {
            throw new RefusedInput(violations);
        }
    }

    Optional<String> text(String name) {
        var text = sent.getOrDefault(name, "").strip();
        if (text.length() > LONGEST_TEXT) {
            refuse(name, "查询的文字最多" + LONGEST_TEXT + "字");
        }
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    <E extends Coded> Optional<E> coded(String name, E[] values) {
        var codes = Arrays.stream(values).collect(Collectors.toMap(Coded::code, Function.identity()));
        var labels = Arrays.stream(values).map(value -> value.code() + "（" + value.label() + "）");
        return given(name, codes.keySet(), labels).map(codes::get);
    }

    Optional<String> known(String name, Stream<String> values) {
        var all = values.distinct().toList();
        return given(name, Set.copyOf(all), all.stream());
    }

    private Optional<String> given(String name, Set<String> values, Stream<String> shown) {
        var value = text(name);
        if (value.isEmpty() || values.contains(value.get())) {
            return value;
        }
        refuse(name, "没有这个值，可以选择：" + shown.collect(Collectors.joining("、")));
        return Optional.empty();
    }

    Optional<LocalDate> day(String name) {
        var text = text(name);
        try {
            if (text.isEmpty() || DAY.matcher(text.get()).matches()) {
                return text.map(LocalDate::parse);
            }
        } catch (DateTimeParseException noSuchDay) {
            // told below
        }
        refuse(name, "应为日期，如2026-03-02");
        return Optional.empty();
    }

    int number(String name, int otherwise, int largest) {
        var value = text(name).orElse(String.valueOf(otherwise));
        if (!value.matches("[1-9]\\d{0,6}") || Integer.parseInt(value) > largest) {
            refuse(name, "应为1至" + largest + "的整数");
            return otherwise;
        }
        return Integer.parseInt(value);
    }

    void refuse(String name, String message) {
        violations.add(new Violation(name, message));
    }
}
