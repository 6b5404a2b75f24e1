package org.onewindow.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.supervision.CaseQuery;
import org.onewindow.supervision.Listing;
import org.onewindow.supervision.Period;
import org.springframework.web.util.UriComponentsBuilder;

/** Which figures, and which of the lists behind them, an address asks for. */
final class SupervisionFilter {

    private static final String LISTS = "/supervision/cases";
    private static final Set<String> OF_FIGURES = Set.of("from", "to");
    private static final Set<String> OF_CASES = Set.of("list", "item", "department", "window", "from", "to", "page");

    private SupervisionFilter() {}

    /** @throws RefusedInput with every parameter that is unknown or has a value that does not exist */
    static Period period(Map<String, String> sent, LocalDate today) {
        var reading = new SentQuery(sent, OF_FIGURES);
        var period = period(reading, today);
        reading.refuseFaults();
        return period;
    }

    /** @throws RefusedInput likewise */
    static CaseQuery cases(Map<String, String> sent, LocalDate today) {
        var reading = new SentQuery(sent, OF_CASES);
        var query = new CaseQuery(
                reading.coded("list", Listing.values()).orElse(Listing.OPEN),
                period(reading, today),
                reading.text("item"),
                reading.text("department"),
                reading.text("window"),
                last(reading));
        reading.refuseFaults();
        return query;
    }

    private static Period period(SentQuery reading, LocalDate today) {
        var from = reading.day("from").orElse(Period.yearTo(today).from());
        var to = reading.day("to").orElse(today);
        if (from.isAfter(to)) {
            reading.refuse("to", "截止日期不能早于起始日期");
            return Period.yearTo(today);
        }
        return new Period(from, to);
    }

    private static Optional<CaseNumber> last(SentQuery reading) {
        var page = reading.text("page");
        var last = page.flatMap(CaseNumber::parse);
        if (page.isPresent() && last.isEmpty()) {
            reading.refuse("page", "不是上一页最后一件的办件编号，请从第一页重新翻页");
        }
        return last;
    }

    /** The address of the list behind a figure. */
    record Links(Period period) {

        /**
         * @param list the code of a {@link Listing}
         * @param by what the figure is grouped by: {@code item}, {@code department} or {@code window}; empty for all
         * @param code of the group
         */
        public String to(String list, String by, String code) {
            var address = UriComponentsBuilder.fromPath(LISTS)
                    .queryParam("list", list)
                    .queryParam("from", period.from())
                    .queryParam("to", period.to());
            if (!by.isEmpty()) {
                address.queryParam(by, code);
            }
            return address.build().encode().toUriString();
        }

        /** The lists of other days. */
        public Links of(LocalDate from, LocalDate to) {
            return new Links(new Period(from, to));
        }
    }

    /** The address of the same list from another place on, or of its export. */
    static String address(String path, Map<String, String> sent, Optional<CaseNumber> after) {
        var kept = new TreeMap<>(sent);
        kept.remove("page");
        after.ifPresent(last -> kept.put("page", last.value()));
        var address = UriComponentsBuilder.fromPath(path);
        kept.forEach(address::queryParam);
        return address.build().encode().toUriString();
    }
}
