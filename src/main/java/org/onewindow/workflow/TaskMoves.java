package org.onewindow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.workflow.TaskMove.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on record of tasks that were given to somebody. The last word on a task counts. */
@Repository
public class TaskMoves {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(TaskMove move) {
        jdbc.sql("""
                        insert into task_move (task, name, case_number, kind, from_account, to_account, moved_by, absence, reason, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        move.task(),
                        move.name(),
                        move.caseNumber().value(),
                        move.kind().name(),
                        move.from().orElse(null),
                        move.to().orElse(null),
                        move.by(),
                        move.absence().orElse(null),
                        move.reason().orElse(null),
                        Timestamp.from(move.at()))
                .update();
    }

    /** In their order. */
    public List<TaskMove> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from task_move where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, n) -> move(row))
                .list();
    }

    Optional<TaskMove> last(String task) {
        return jdbc.sql("select * from task_move where task = ? order by id desc limit 1")
                .param(task)
                .query((row, n) -> move(row))
                .optional();
    }

    private record Cover(boolean isOfAnyPost) {}

    /** @throws RefusedInput if somebody has a task as a deputy of whom the absence is over */
    public void requireCover(String task, TakenBy taker) {
        if (taker.onBehalfOf().isPresent() && cover(task, taker.account()).isEmpty()) {
            throw new RefusedInput("顶岗已经结束，这个任务即将交还原办理人，请刷新列表");
        }
    }

    /** Whether whoever leads the unit lent a deputy the post of a task. */
    public boolean isLent(String task, String deputy) {
        return cover(task, deputy).filter(Cover::isOfAnyPost).isPresent();
    }

    /** The absence, in force, for which a deputy got a task. */
    private Optional<Cover> cover(String task, String deputy) {
        return jdbc.sql("""
                        select a.any_post from (select * from task_move where task = ? order by id desc limit 1) m
                            join absence a on a.id = m.absence
                        where m.kind = 'COVERED' and m.to_account = ? and a.revoked_at is null
                            and ? between a.from_day and a.to_day""")
                .params(task, deputy, LocalDate.now(clock))
                .query((row, n) -> new Cover(row.getBoolean(1)))
                .optional();
    }

    /** The tasks that lie with the deputies of some absences now, and the absence of each. */
    public Map<String, Long> covered(List<Long> absences) {
        var covered = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select m.task, m.absence from task_move m
                            join act_ru_task t on t.id_ = m.task and t.assignee_ = m.to_account and t.owner_ is not null
                        where m.absence = any (?) and m.kind = 'COVERED'
                            and not exists (select from task_move later where later.task = m.task and later.id > m.id)
                        order by m.id""").param(absences.toArray(Long[]::new)).query(row -> {
            covered.put(row.getString(1), row.getLong(2));
        });
        return covered;
    }

    private static TaskMove move(ResultSet row) throws SQLException {
        long absence = row.getLong("absence");
        return new TaskMove(
                row.getString("task"),
                row.getString("name"),
                new CaseNumber(row.getString("case_number")),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("from_account")),
                Optional.ofNullable(row.getString("to_account")),
                row.getString("moved_by"),
                absence == 0 ? Optional.empty() : Optional.of(absence),
                Optional.ofNullable(row.getString("reason")),
                row.getTimestamp("at").toInstant());
    }
}
