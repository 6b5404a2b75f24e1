package org.onewindow.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onewindow.casefile.RefusedInput;
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
        var reading = new SentQuery(sent, NAMES);
        var filter = new ItemFilter(
                new ItemQuery(
                        reading.text("q").orElse(""),
                        reading.coded("object", ServiceItem.ApplicantType.values()),
                        reading.known(
                                "windowClass", organization.windows().stream().map(ServiceWindow::windowClass)),
                        reading.known(
                                "department",
                                organization.departments().stream().map(Department::id)),
                        reading.coded("kind", ServiceItem.Kind.values())),
                reading.number("page", 1, 1_000_000),
                reading.number("size", DEFAULT_SIZE, LARGEST_SIZE));
        reading.refuseFaults();
        return filter;
    }

    /** The items of the page. */
    <T> List<T> cut(List<T> found) {
        return found.stream().skip((page - 1L) * size).limit(size).toList();
    }
}
