package org.onewindow.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.deadline.Lamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the open cases by what their ledgers foretell. */
@Repository
class OpenCases {

    /** From two partial indexes alone, without a look at the rows. */
    private static final String COUNT = """
            select department, item_code, service_window, lamp, due, count(*)::int as cases from (
                select department, item_code, service_window, lamp, case
                    when lamp in ('GREEN', 'YELLOW') and promised_due = :today then 'TODAY'
                    when lamp in ('GREEN', 'YELLOW') and promised_due > :today and promised_due <= :next then 'NEXT'
                    when lamp = 'RED' and promised_due between :from and :to then 'MISSED' end as due
                from (select coalesce(f.department, f.item_department) as department, f.item_code, f.service_window,
                        c.promised_due, %s as lamp
                    from case_file f join clock_forecast c on c.case_number = f.case_number
                    where f.closed_at is null and not c.is_over) open
                where :everything or department = any (:departments)) told
            group by department, item_code, service_window, lamp, due""".formatted(ClockForecasts.lampOn("c", ":today"));

    private static final String RECHECKED = """
            select count(*) from acceptance_return r join case_file f on f.case_number = r.case_number
            where not exists (select from acceptance_return_answer a where a.acceptance_return = r.id)
                and f.closed_at is null and (:everything or coalesce(f.department, f.item_department) = any (:departments))""";

    private final JdbcClient jdbc;

    OpenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenCount.Cell> count(Scope scope, Period period, LocalDate today, LocalDate nextWorkingDay) {
        return jdbc.sql(COUNT)
                .param("today", today)
                .param("next", nextWorkingDay)
                .param("from", period.from())
                .param("to", period.to())
                .param("everything", scope.everything())
                .param("departments", scope.departments().toArray(String[]::new))
                .query((row, n) -> cell(row))
                .list();
    }

    /** Those that wait at their window for what was sent back (退回综窗): at most one return of a case is open. */
    int rechecked(Scope scope) {
        return jdbc.sql(RECHECKED)
                .param("everything", scope.everything())
                .param("departments", scope.departments().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private static OpenCount.Cell cell(ResultSet row) throws SQLException {
        return new OpenCount.Cell(
                row.getString("department"),
                row.getString("item_code"),
                row.getString("service_window"),
                Optional.ofNullable(row.getString("lamp")).map(Lamp::valueOf),
                Optional.ofNullable(row.getString("due")).map(OpenCount.Due::valueOf),
                row.getInt("cases"));
    }
}
