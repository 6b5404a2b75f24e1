package org.onewindow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.Masking;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.deadline.Lamp;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of somebody (待办): those that they have, and those that they may claim. */
@Service
@Transactional(readOnly = true)
public class StaffTasks {

    /** Whose a task is, as the task itself says it: see {@code StaffGrants}. */
    static final String OWN = """
            (t.assignee_ = :account or exists (select from act_ru_identitylink l
                where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = any (:groups)))""";

    /** The same of all tasks, from the side of the links: so the work grows with somebody's tasks, not with all cases. */
    private static final String AMONG_OWN = """
            t.id_ in (select id_ from act_ru_task where assignee_ = :account
                union select l.task_id_ from act_ru_identitylink l
                    where l.type_ = 'candidate' and l.group_id_ = any (:groups))""";

    private static final String SELECT = """
            select t.id_, t.name_, t.assignee_, t.due_date_, f.case_number, f.item_name, f.applicant,
                t.owner_ as covered_for
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                join case_file f on f.case_number = e.business_key_
            where\s""";
    private static final int MOST_FOUND = 20;

    private final JdbcClient jdbc;
    private final ClockForecasts forecasts;
    private final OfficeCalendar calendar;
    private final Clock clock;

    StaffTasks(JdbcClient jdbc, ClockForecasts forecasts, OfficeCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.forecasts = forecasts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A task and its case.
     *
     * @param assignee the account that has it
     * @param coveredFor the account for which the assignee has it (顶岗)
     * @param applicant masked
     * @param lamp empty before acceptance
     * @param left working days until it is due, negative once it is over; empty without a due date
     */
    public record StaffTask(
            String id,
            String name,
            Optional<String> assignee,
            Optional<String> coveredFor,
            CaseNumber caseNumber,
            String item,
            String applicant,
            Optional<Lamp> lamp,
            Optional<Integer> left) {}

    /** @return empty for a task that is done, or belongs to no case */
    public Optional<CaseNumber> caseOf(String task) {
        return jdbc.sql("""
                        select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where t.id_ = ? and e.business_key_ is not null""")
                .param(task)
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .optional();
    }

    /** Those of some tasks that are somebody's. */
    public List<StaffTask> own(List<String> tasks, Account account) {
        return withLamps(statement("t.id_ = any (:tasks) and " + OWN, account)
                .param("tasks", tasks.toArray(String[]::new))
                .query((row, n) -> task(row))
                .list());
    }

    /**
     * Finds somebody's tasks.
     *
     * @param sought the first or last digits of a case's number, part of an item's name, or an applicant's name, in full or
     *     masked: it is compared as it is shown, so that nobody finds out by trying what is masked
     */
    public List<StaffTask> find(String sought, Account account) {
        var pattern = sought.replaceAll("([\\\\%_])", "\\\\$1");
        return withLamps(statement(AMONG_OWN + """
                                 and (f.case_number like :ending or f.case_number like :beginning
                                    or f.item_name like :within or f.applicant like :beginning or f.applicant = :masked)
                                order by t.due_date_ nulls last, t.id_ limit :most""", account)
                .param("ending", "%" + pattern)
                .param("beginning", pattern + "%")
                .param("within", "%" + pattern + "%")
                .param("masked", Masking.personName(sought))
                .param("most", MOST_FOUND)
                .query((row, n) -> task(row))
                .list());
    }

    private JdbcClient.StatementSpec statement(String where, Account account) {
        return jdbc.sql(SELECT + where)
                .param("account", account.id())
                .param("groups", account.groups().toArray(String[]::new));
    }

    private StaffTask task(ResultSet row) throws SQLException {
        var due = Optional.ofNullable(row.getTimestamp("due_date_"))
                .map(time -> LocalDate.ofInstant(time.toInstant(), ZoneId.systemDefault()));
        return new StaffTask(
                row.getString("id_"),
                row.getString("name_"),
                Optional.ofNullable(row.getString("assignee_")),
                Optional.ofNullable(row.getString("covered_for")),
                new CaseNumber(row.getString("case_number")),
                row.getString("item_name"),
                row.getString("applicant"),
                Optional.empty(),
                due.map(this::left));
    }

    private int left(LocalDate due) {
        var today = LocalDate.now(clock);
        var days = calendar.current();
        return due.isBefore(today) ? -days.between(due, today) : days.between(today, due);
    }

    private List<StaffTask> withLamps(List<StaffTask> tasks) {
        var lamps = forecasts.lamps(
                tasks.stream().map(StaffTask::caseNumber).distinct().toList(), LocalDate.now(clock));
        return tasks.stream()
                .map(task -> new StaffTask(
                        task.id(),
                        task.name(),
                        task.assignee(),
                        task.coveredFor(),
                        task.caseNumber(),
                        task.item(),
                        task.applicant(),
                        Optional.ofNullable(lamps.get(task.caseNumber())),
                        task.left()))
                .toList();
    }
}
