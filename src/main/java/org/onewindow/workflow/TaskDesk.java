package org.onewindow.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies on a desk beside an open task: the draft (草稿) of its form, and who else has it open. */
@Service
public class TaskDesk {

    /** Who has not been heard of for so long has gone away. */
    private static final Duration PRESENT = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofDays(30);

    /** What a form compares and does not keep, and what finds a person: it is typed again rather than left lying. */
    static final Set<String> UNKEPT = Set.of("identityNumber", "pickupCode", "postPhone");

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param content the form's values by field, as JSON */
    public record Draft(String content, Instant savedAt) {}

    /**
     * @param assignee the account that has the task
     * @param others the accounts of those who have it open
     */
    public record Around(Optional<String> assignee, List<String> others) {}

    public Optional<Draft> draft(String task, Account account) {
        return jdbc.sql("select content, saved_at from task_draft where task = ? and account = ?")
                .params(task, account.id())
                .query((row, n) -> new Draft(
                        row.getString("content"), row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /**
     * Keeps what was typed, without what a form does not keep either.
     *
     * @param content the form's values by field, as JSON
     * @return whether it was kept: it is not if the task is done or not the account's
     */
    public boolean keep(String task, String content, Account account) {
        return of(account, """
                        insert into task_draft select t.id_, :account, cast(:content as jsonb) - :unkept, :now
                        from act_ru_task t
                        where t.id_ = :task and\s""" + StaffTasks.OWN + """
                         on conflict (task, account) do update set content = excluded.content, saved_at = excluded.saved_at""")
                        .param("task", task)
                        .param("content", content)
                        .param("unkept", UNKEPT.toArray(String[]::new))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    public void discard(String task, Account account) {
        jdbc.sql("delete from task_draft where task = ? and account = ?")
                .params(task, account.id())
                .update();
    }

    /**
     * Says that somebody has a task open, and hears who else does.
     *
     * @return empty if the task is done, or not the account's
     */
    @Transactional
    public Optional<Around> around(String task, Account account) {
        return of(account, """
                        with own as (select t.id_, t.assignee_ from act_ru_task t where t.id_ = :task and\s""" + StaffTasks.OWN + """
                        ), seen as (insert into task_presence select id_, :account, :now from own
                            on conflict (task, account) do update set seen_at = excluded.seen_at)
                        select assignee_, array(select p.account from task_presence p
                            where p.task = :task and p.account <> :account and p.seen_at > :since) as others
                        from own""")
                .param("task", task)
                .param("now", Timestamp.from(clock.instant()))
                .param("since", Timestamp.from(clock.instant().minus(PRESENT)))
                .query((row, n) -> new Around(Optional.ofNullable(row.getString("assignee_")), List.of((String[])
                        row.getArray("others").getArray())))
                .optional();
    }

    private JdbcClient.StatementSpec of(Account account, String sql) {
        return jdbc.sql(sql)
                .param("account", account.id())
                .param("groups", account.groups().toArray(String[]::new));
    }

    /** Drafts of tasks that are done are of no use to anybody. */
    @Scheduled(cron = "${onewindow.desk.tidied:0 15 2 * * *}")
    void tidyUp() {
        jdbc.sql(
                        "delete from task_draft d where saved_at < ? or not exists (select from act_ru_task t where t.id_ = d.task)")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        jdbc.sql("delete from task_presence where seen_at < ?")
                .param(Timestamp.from(clock.instant().minus(PRESENT)))
                .update();
    }
}
