package org.onewindow.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.deadline.Lamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists behind the figures (清单), a page at a time by key: what runs out first, or what was finished last. */
@Service
@Transactional(readOnly = true)
public class CaseLists {

    private static final String ASKED_FOR = """
            (:everything or %1$s = any (:departments)) and (:department::text is null or %1$s = :department)
                and (:item::text is null or f.item_code = :item) and (:window::text is null or f.service_window = :window)""";

    private static final String OWNER = "coalesce(f.department, f.item_department)";

    private static final String OPEN = """
            select case_number from (
                select c.case_number, coalesce(c.promised_due, 'infinity') as runs_out, c.promised_due, %s as lamp
                from clock_forecast c join case_file f on f.case_number = c.case_number
                where not c.is_over and f.closed_at is null and %s
                    and (:after::text is null or (coalesce(c.promised_due, 'infinity'), c.case_number)
                        > (select coalesce(promised_due, 'infinity'), case_number from clock_forecast
                            where case_number = :after))) listed
            where %%s order by runs_out, case_number limit :most""".formatted(ClockForecasts.lampOn("c", ":today"), ASKED_FOR.formatted(OWNER));

    /** Of a table with a day for each case, the latest first. */
    private static final String OF_DAYS = """
            select f.case_number from %1$s f where f.%2$s between :from and :to and %3$s and %%s
                and (:after::text is null or (f.%2$s, f.case_number)
                    < (select %2$s, case_number from %1$s where case_number = :after))
            order by f.%2$s desc, f.case_number desc limit :most""";

    private static final String RECEIVED = OF_DAYS.formatted("case_file", "received_on", ASKED_FOR.formatted(OWNER));
    private static final String FINISHED =
            OF_DAYS.formatted("finished_case", "finished_on", ASKED_FOR.formatted("f.department"));

    private static final String SHOWN = """
            select f.case_number, f.item_name, %s as owner, f.service_window, f.received_on, f.state, c.promised_due,
                c.decided_on, %s as lamp, d.working_days, d.on_time
            from case_file f left join clock_forecast c on c.case_number = f.case_number
                left join finished_case d on d.case_number = f.case_number
            where f.case_number = any (:numbers)""".formatted(OWNER, ClockForecasts.lampOn("c", ":today"));

    private final JdbcClient jdbc;
    private final OfficeCalendar calendar;
    private final Clock clock;

    CaseLists(JdbcClient jdbc, OfficeCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param most cases at most */
    public List<ListedCase> find(CaseQuery query, Scope scope, int most) {
        var today = LocalDate.now(clock);
        var numbers = jdbc.sql(
                        statement(query.listing()).formatted(query.listing().condition()))
                .param("today", today)
                .param("next", calendar.current().add(today, 1))
                .param("from", query.period().from())
                .param("to", query.period().to())
                .param("everything", scope.everything())
                .param("departments", scope.departments().toArray(String[]::new))
                .param("item", query.item().orElse(null))
                .param("department", query.department().orElse(null))
                .param("window", query.window().orElse(null))
                .param("after", query.after().map(CaseNumber::value).orElse(null))
                .param("most", most)
                .query(String.class)
                .list();
        return read(numbers, today);
    }

    private static String statement(Listing listing) {
        return switch (listing.kind()) {
            case OPEN, MISSED -> OPEN;
            case RECEIVED -> RECEIVED;
            case FINISHED -> FINISHED;
        };
    }

    /** Only of those that are shown the rows are read. */
    private List<ListedCase> read(List<String> numbers, LocalDate today) {
        var current = calendar.current();
        var cases = jdbc
                .sql(SHOWN)
                .param("today", today)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> listed(row, today, current))
                .list()
                .stream()
                .collect(Collectors.toMap(found -> found.caseNumber().value(), Function.identity()));
        return numbers.stream().map(cases::get).filter(Objects::nonNull).toList();
    }

    private static ListedCase listed(ResultSet row, LocalDate today, WorkingCalendar calendar) throws SQLException {
        var lamp = Optional.ofNullable(row.getString("lamp")).map(Lamp::valueOf);
        var promisedDue = Optional.ofNullable(row.getObject("promised_due", LocalDate.class));
        var isLate = lamp.filter(shown -> shown == Lamp.RED).isPresent();
        int days = row.getInt("working_days");
        return new ListedCase(
                new CaseNumber(row.getString("case_number")),
                row.getString("item_name"),
                row.getString("owner"),
                row.getString("service_window"),
                row.getObject("received_on", LocalDate.class),
                CaseState.valueOf(row.getString("state")),
                lamp,
                promisedDue,
                isLate ? OptionalInt.of(calendar.between(promisedDue.orElseThrow(), today)) : OptionalInt.empty(),
                Optional.ofNullable(row.getObject("decided_on", LocalDate.class)),
                row.getObject("working_days") == null ? OptionalInt.empty() : OptionalInt.of(days),
                Optional.ofNullable(row.getObject("on_time", Boolean.class)));
    }
}
