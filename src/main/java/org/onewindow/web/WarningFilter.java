package org.onewindow.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.catalog.Coded;
import org.onewindow.organization.Department;
import org.onewindow.supervision.WarningCard.Level;
import org.onewindow.supervision.WarningQuery;
import org.onewindow.supervision.WarningQuery.Show;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which warning cards a page shows. What an address has wrong is left out: its page shows what was asked for otherwise.
 *
 * @param department one of those that the reader answers for, or watches over
 * @param before the last card of the page before
 */
record WarningFilter(Show show, Optional<Level> level, Optional<String> department, Optional<Long> before) {

    /**
     * Reads an address.
     *
     * @param departments those that the reader may choose from
     * @param usual what is shown where nothing is said
     */
    static WarningFilter read(Map<String, String> sent, List<Department> departments, Show usual) {
        return new WarningFilter(
                one(Show.values(), sent.get("show")).orElse(usual),
                one(Level.values(), sent.get("level")),
                departments.stream()
                        .map(Department::id)
                        .filter(id -> id.equals(sent.get("department")))
                        .findFirst(),
                Optional.ofNullable(sent.get("before"))
                        .filter(text -> text.matches("\\d{1,18}"))
                        .map(Long::valueOf));
    }

    private static <E extends Coded> Optional<E> one(E[] values, String code) {
        return Stream.of(values).filter(value -> value.code().equals(code)).findFirst();
    }

    /** @param departments those that the reader may see; empty for all */
    WarningQuery query(Optional<List<String>> departments) {
        return new WarningQuery(department.map(List::of).or(() -> departments), show, level, before);
    }

    /** The address of a page with this filter. */
    String address(String path) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("show", show.code());
        level.ifPresent(one -> address.queryParam("level", one.code()));
        department.ifPresent(one -> address.queryParam("department", one));
        before.ifPresent(one -> address.queryParam("before", one));
        return address.build().toUriString();
    }

    WarningFilter before(long card) {
        return new WarningFilter(show, level, department, Optional.of(card));
    }
}
