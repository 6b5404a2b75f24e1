package org.onewindow.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.catalog.Coded;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.catalog.search.ItemQuery;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;

/**
 * What an address asks of the catalogue, and which page of it.
 *
 * @param page counted from 1
 * @param size items on a page
 */
record ItemFilter(ItemQuery query, int page, int size) {

    static final Set<String> NAMES = Set.of("q", "object", "windowClass", "department", "kind", "page", "size");

    static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 100;
    private static final int LONGEST_TEXT = 50;

    /** @throws RefusedInput with every parameter that is unknown or has a value that does not exist */
    static ItemFilter read(Map<String, String> sent, Organization organization) {
        var reading = new Reading(sent, new ArrayList<>());
        reading.refuseUnknown();
        var filter = new ItemFilter(
                new ItemQuery(
                        reading.text(),
                        reading.coded("object", ServiceItem.ApplicantType.values()),
                        reading.known(
                                "windowClass", organization.windows().stream().map(ServiceWindow::windowClass)),
                        reading.known(
                                "department",
                                organization.departments().stream().map(Department::id)),
                        reading.coded("kind", ServiceItem.Kind.values())),
                reading.number("page", 1, 1_000_000),
                reading.number("size", DEFAULT_SIZE, LARGEST_SIZE));
        if (!reading.violations().isEmpty()) {
            throw new RefusedInput(reading.violations());
        }
        return filter;
    }

    /** The items of the page. */
    <T> List<T> cut(List<T> found) {
        return found.stream().skip((page - 1L) * size).limit(size).toList();
    }

    private record Reading(Map<String, String> sent, List<Violation> violations) {

        void refuseUnknown() {
            sent.keySet().stream()
                    .filter(name -> !NAMES.contains(name))
                    .limit(3)
                    .forEach(name ->
                            refuse(name.length() > 40 ? name.substring(0, 40) : name, "没有这个查询条件，请核对接口文档 /docs/"));
        }

        String text() {
            var text = sent.getOrDefault("q", "");
            if (text.length() > LONGEST_TEXT) {
                refuse("q", "查询的文字最多" + LONGEST_TEXT + "字");
            }
            return text;
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
            var value = sent.getOrDefault(name, "").strip();
            if (value.isEmpty() || values.contains(value)) {
                return Optional.of(value).filter(given -> !given.isEmpty());
            }
            refuse(name, "没有这个值，可以选择：" + shown.collect(Collectors.joining("、")));
            return Optional.empty();
        }

        int number(String name, int otherwise, int largest) {
            var value = sent.getOrDefault(name, "").strip();
            if (value.isEmpty()) {
                return otherwise;
            }
            if (!value.matches("[1-9]\\d{0,6}") || Integer.parseInt(value) > largest) {
                refuse(name, "应为1至" + largest + "的整数");
                return otherwise;
            }
            return Integer.parseInt(value);
        }

        private void refuse(String name, String message) {
            violations.add(new Violation(name, message));
        }
    }
}
