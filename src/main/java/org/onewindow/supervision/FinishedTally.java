package org.onewindow.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.onewindow.casefile.CaseState;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The finished cases counted by day (日统计). Past days are counted once, at night; the days since, from the cases themselves. So
 * the figures are exact at any moment, whether the night's count was made or not.
 */
@Component
public class FinishedTally {

    private static final String ALIKE =
            "item_code, department, service_window, outcome, corrected, sent_back, on_time, working_days";

    /** Counted days and the days since, as one. */
    static final String DAYS = """
            (select day, %1$s, cases from finished_tally where day between :from and :to
             union all
             select finished_on, %1$s, 1 from finished_case where finished_on between :from and :to
                and finished_on > (select through from finished_tallied)) days""".formatted(ALIKE);

    private static final String COUNT = """
            select %1$s, sum(cases)::int as cases from %2$s where :everything or department = any (:departments)
            group by %1$s""".formatted(ALIKE, DAYS);

    private final JdbcClient jdbc;
    private final Clock clock;

    FinishedTally(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts the days up to yesterday that are not counted yet, and the last one again: a clock that was ahead may have counted
     * it before it was over. Nodes that do so at once wait for each other.
     */
    @Transactional
    public void complete() {
        var through = through();
        var yesterday = LocalDate.now(clock).minusDays(1);
        var from = through.isBefore(yesterday) ? through : yesterday;
        jdbc.sql("delete from finished_tally where day >= ?").param(from).update();
        jdbc.sql("""
                        insert into finished_tally (day, %1$s, cases)
                        select finished_on, %1$s, count(*) from finished_case
                        where finished_on between ? and ? group by finished_on, %1$s""".formatted(ALIKE)).params(from, yesterday).update();
        jdbc.sql("update finished_tallied set through = ?").param(yesterday).update();
    }

    /**
     * Cases were put down on a day, or taken from it: if that day was counted already, it and those after it are to be counted
     * again. That happens only when a mistaken entry of a ledger is put right afterwards, or cases are completed after an update.
     * A count that is under way is waited for, and no other begins before the end of this transaction: either would miss its
     * cases. Today is never counted, so that ordinary steps wait for nobody.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void undo(LocalDate day) {
        if (day.isBefore(LocalDate.now(clock)) && !through().isBefore(day)) {
            jdbc.sql("update finished_tallied set through = ?")
                    .param(day.minusDays(1))
                    .update();
            jdbc.sql("delete from finished_tally where day >= ?").param(day).update();
        }
    }

    /** The last day that is counted; it stays so until the end of the transaction, as the row is locked. */
    private LocalDate through() {
        return jdbc.sql("select through from finished_tallied for update")
                .query(LocalDate.class)
                .single();
    }

    List<FinishedCount.Cell> count(Scope scope, Period period) {
        return jdbc.sql(COUNT)
                .param("from", period.from())
                .param("to", period.to())
                .param("everything", scope.everything())
                .param("departments", scope.departments().toArray(String[]::new))
                .query((row, n) -> cell(row))
                .list();
    }

    private static FinishedCount.Cell cell(ResultSet row) throws SQLException {
        int days = row.getInt("working_days");
        return new FinishedCount.Cell(
                row.getString("department"),
                row.getString("item_code"),
                row.getString("service_window"),
                CaseState.valueOf(row.getString("outcome")),
                row.getBoolean("corrected"),
                row.getBoolean("sent_back"),
                row.getBoolean("on_time"),
                row.getObject("working_days") == null ? OptionalInt.empty() : OptionalInt.of(days),
                row.getInt("cases"));
    }

    /** The running application only: a rehearsal's days are nobody's. */
    @Component
    @ConditionalOnWebApplication
    static class AtNight {

        private final FinishedTally tally;

        AtNight(FinishedTally tally) {
            this.tally = tally;
        }

        @Scheduled(cron = "${onewindow.supervision.tally:0 10 2 * * *}")
        void complete() {
            tally.complete();
        }
    }
}
