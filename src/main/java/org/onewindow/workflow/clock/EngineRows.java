package org.onewindow.workflow.clock;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The due dates in the engine's tables, read and written for many cases at once. Every write counts the row's revision up, so that a transaction of the
 * engine that read the row before fails instead of writing the old date back.
 */
@Repository
class EngineRows {

    private final JdbcClient jdbc;

    EngineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An open task; {@code definition} and {@code key} lead to its model. */
    record TaskRow(
            String caseNumber, String id, String definition, String key, Optional<LocalDateTime> due, int priority) {}

    /** A timer, with the event of the model that it belongs to. */
    record TimerRow(String caseNumber, String id, String activity, Optional<LocalDateTime> due) {}

    record TaskDates(String id, Optional<LocalDateTime> due, int priority) {}

    record TimerDate(String id, LocalDateTime due) {}

    List<TaskRow> tasks(List<String> caseNumbers) {
        return jdbc.sql("""
                        select e.business_key_, t.id_, t.proc_def_id_, t.task_def_key_, t.due_date_, t.priority_
                        from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                        where e.business_key_ = any (?)""")
                .param(caseNumbers.toArray(String[]::new))
                .query((row, n) -> new TaskRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getObject(5, LocalDateTime.class)),
                        row.getInt(6)))
                .list();
    }

    List<TimerRow> timers(List<String> caseNumbers) {
        return jdbc.sql("""
                        select e.business_key_, j.id_, d.act_id_, j.duedate_
                        from act_ru_execution e join act_ru_job j on j.process_instance_id_ = e.id_
                            join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where e.business_key_ = any (?) and j.type_ = 'timer'""")
                .param(caseNumbers.toArray(String[]::new))
                .query((row, n) -> new TimerRow(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, LocalDateTime.class))))
                .list();
    }

    /** The timers that watch over a case's deadlines, by their ids. */
    List<String> watches(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select j.id_ from act_ru_execution e join act_ru_job j on j.process_instance_id_ = e.id_
                            join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where e.business_key_ = ? and e.super_exec_ is null and d.act_id_ = ?""")
                .params(caseNumber.value(), EngineFollowsClock.WATCH)
                .query(String.class)
                .list();
    }

    /** Moves the timers that watch over a case's deadlines. */
    void moveWatches(CaseNumber caseNumber, LocalDateTime due) {
        jdbc.sql("""
                        update act_ru_job j set duedate_ = ?, rev_ = j.rev_ + 1 from act_ru_execution e, act_ru_jobdef d
                        where e.business_key_ = ? and e.super_exec_ is null and j.process_instance_id_ = e.id_
                            and d.id_ = j.job_def_id_ and d.act_id_ = ?""").params(due, caseNumber.value(), EngineFollowsClock.WATCH).update();
    }

    void writeTasks(List<TaskDates> dates) {
        jdbc.sql("""
                        update act_ru_task t set due_date_ = d.due, priority_ = d.priority, rev_ = t.rev_ + 1
                        from unnest(?::text[], ?::timestamp[], ?::int[]) as d (id, due, priority) where t.id_ = d.id""")
                .param(ids(dates.stream().map(TaskDates::id).toList()))
                .param(times(dates.stream().map(TaskDates::due).toList()))
                .param(dates.stream().map(TaskDates::priority).toArray(Integer[]::new))
                .update();
    }

    void writeTimers(List<TimerDate> dates) {
        jdbc.sql("""
                        update act_ru_job j set duedate_ = d.due, rev_ = j.rev_ + 1
                        from unnest(?::text[], ?::timestamp[]) as d (id, due) where j.id_ = d.id""")
                .param(ids(dates.stream().map(TimerDate::id).toList()))
                .param(times(dates.stream().map(date -> Optional.of(date.due())).toList()))
                .update();
    }

    /** The engine's columns hold the time of the virtual machine's zone, which is the office's. */
    static LocalDateTime local(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), ZoneId.systemDefault());
    }

    private static String[] ids(List<String> ids) {
        return ids.toArray(String[]::new);
    }

    private static String[] times(List<Optional<LocalDateTime>> times) {
        return times.stream()
                .map(time -> time.map(LocalDateTime::toString).orElse(null))
                .toArray(String[]::new);
    }
}
