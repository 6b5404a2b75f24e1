package org.onewindow.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.onewindow.supervision.Figures.Week;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts and finished cases of the last half-year, by week. */
@Repository
class WeeklyTrend {

    private static final int WEEKS = 26;

    private static final String COUNT = """
            select week, sum(received)::int as received, sum(finished)::int as finished, sum(decided)::int as decided,
                sum(on_time)::int as on_time
            from (select date_trunc('week', received_on)::date as week, count(*) as received, 0 as finished, 0 as decided,
                    0 as on_time
                from case_file where received_on between :from and :to
                    and (:everything or coalesce(department, item_department) = any (:departments)) group by 1
                union all
                select date_trunc('week', day)::date, 0, sum(cases), sum(cases) filter (where on_time is not null),
                    sum(cases) filter (where on_time)
                from %s where :everything or department = any (:departments) group by 1) counted
            group by week""".formatted(FinishedTally.DAYS);

    private final JdbcClient jdbc;

    WeeklyTrend(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every week, also one without a case; this week's is told up to today. */
    List<Week> weeks(Scope scope, LocalDate today) {
        var first = today.with(DayOfWeek.MONDAY).minusWeeks(WEEKS - 1);
        var counted = jdbc.sql(COUNT)
                .param("from", first)
                .param("to", today)
                .param("everything", scope.everything())
                .param("departments", scope.departments().toArray(String[]::new))
                .query((row, n) -> week(row))
                .list();
        return IntStream.range(0, WEEKS)
                .mapToObj(first::plusWeeks)
                .map(monday -> counted.stream()
                        .filter(week -> week.monday().equals(monday))
                        .findFirst()
                        .orElse(new Week(monday, 0, 0, 0, 0)))
                .toList();
    }

    private static Week week(ResultSet row) throws SQLException {
        return new Week(
                row.getObject("week", LocalDate.class),
                row.getInt("received"),
                row.getInt("finished"),
                row.getInt("decided"),
                row.getInt("on_time"));
    }
}
