package org.onewindow.supervision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where cases wait, by process definition and element (等待). The whole case counts as its process's own element. */
@Service
public class StepWaits {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;

    StepWaits(JdbcTemplate jdbc, JdbcClient client, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.client = client;
        this.transaction = transaction;
    }

    /** A wait, where it was and on which day it ended. */
    public record Ended(String definition, String activity, LocalDate on, StepWait waited) {}

    /** Writes waits down, in the transaction of what ended them. */
    public void write(List<Ended> waits) {
        jdbc.batchUpdate(
                "insert into step_wait (definition, activity, month, days, broken) values (?, ?, ?, ?, ?)",
                waits.stream()
                        .map(ended -> new Object[] {
                            ended.definition(),
                            ended.activity(),
                            ended.on().withDayOfMonth(1),
                            ended.waited().days(),
                            ended.waited().broken()
                        })
                        .toList());
    }

    /**
     * The waits of a process definition by element, those that have not been counted together yet among them.
     *
     * @param since the first month that counts
     */
    public Map<String, WaitFigures> of(String definition, LocalDate since) {
        var figures = new HashMap<String, WaitFigures>();
        client.sql("""
                        select activity, days, sum(waits) as waits, sum(broken) as broken from (
                            select activity, days, waits, broken from step_wait_count
                            where definition = :definition and month >= :since
                            union all
                            select activity, days, 1, broken::int from step_wait
                            where definition = :definition and month >= :since) w
                        group by activity, days""")
                .param("definition", definition)
                .param("since", since.withDayOfMonth(1))
                .query(row -> {
                    figures.computeIfAbsent(row.getString("activity"), activity -> new WaitFigures())
                            .add(row.getInt("days"), row.getLong("waits"), row.getLong("broken"));
                });
        return figures;
    }

    /** Counts together what was written since; any node may, at any time. */
    public void rollUp() {
        transaction.executeWithoutResult(status -> client.sql("""
                        with taken as (delete from step_wait returning *)
                        insert into step_wait_count
                        select definition, activity, month, days, count(*), count(*) filter (where broken) from taken
                        group by definition, activity, month, days order by definition, activity, month, days
                        on conflict (definition, activity, month, days) do update
                        set waits = step_wait_count.waits + excluded.waits,
                            broken = step_wait_count.broken + excluded.broken""").update());
    }

    /** The running application only: a rehearsal's waits are nobody's. */
    @Component
    @ConditionalOnWebApplication
    static class Hourly {

        private final StepWaits waits;

        Hourly(StepWaits waits) {
            this.waits = waits;
        }

        @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
        void rollUp() {
            waits.rollUp();
        }
    }
}
