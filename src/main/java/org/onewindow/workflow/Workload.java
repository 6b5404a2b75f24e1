package org.onewindow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.deadline.Lamp;
import org.onewindow.organization.Unit;
import org.onewindow.workflow.Desks.Order;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.form.Staff;
import org.onewindow.workflow.step.StepAdmission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people of a department or window have in hand (在办), for whoever leads them: the department's heads (机关负责人), and
 * supervisors (效能监督) for every unit. They give a task to somebody else (改派).
 */
@Service
@Transactional
public class Workload {

    private static final int MOST = 300;
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final Units units;
    private final Desks desks;
    private final AbsenceCover cover;
    private final StepAdmission admission;
    private final Staff staff;
    private final ClockForecasts forecasts;
    private final Clock clock;

    Workload(
            JdbcClient jdbc,
            Units units,
            Desks desks,
            AbsenceCover cover,
            StepAdmission admission,
            Staff staff,
            ClockForecasts forecasts,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.desks = desks;
        this.cover = cover;
        this.admission = admission;
        this.staff = staff;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    /**
     * A task in hand.
     *
     * @param assignee empty while nobody has claimed it
     * @param coveredFor the account for which the assignee has it (顶岗)
     * @param lamp empty before acceptance
     * @param due when it should be done; empty without a due date
     */
    public record InHand(
            String task,
            String name,
            CaseNumber caseNumber,
            String item,
            String applicant,
            Optional<String> assignee,
            Optional<String> coveredFor,
            Optional<Lamp> lamp,
            Optional<Instant> due) {

        private InHand with(Lamp shown) {
            return new InHand(
                    task, name, caseNumber, item, applicant, assignee, coveredFor, Optional.ofNullable(shown), due);
        }

        public boolean isLate(Instant now) {
            return due.filter(now::isAfter).isPresent();
        }
    }

    /** How much somebody has. @param account empty for what nobody has claimed */
    public record Load(Optional<String> account, int tasks, int late) {}

    private static final String OF_UNIT = """
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                join case_file f on f.case_number = e.business_key_
            where t.id_ in (select l.task_id_ from act_ru_identitylink l
                where l.type_ = 'candidate' and l.group_id_ = any (?))
            """;

    /** What a unit has in hand, what is due first first; at most three hundred. */
    @Transactional(readOnly = true)
    public List<InHand> of(Unit unit) {
        var found = jdbc.sql(
                        "select t.id_, t.name_, t.assignee_, t.due_date_, f.case_number, f.item_name, f.applicant, "
                                + "t.owner_ as covered_for " + OF_UNIT
                                + "order by t.due_date_ nulls last, t.id_ limit " + MOST)
                .param(unit.groups().toArray(String[]::new))
                .query((row, n) -> inHand(row))
                .list();
        var numbers = found.stream().map(InHand::caseNumber).distinct().toList();
        var lamps = forecasts.lamps(numbers, LocalDate.now(clock));
        return found.stream()
                .map(task -> task.with(lamps.get(task.caseNumber())))
                .toList();
    }

    private static InHand inHand(ResultSet row) throws SQLException {
        return new InHand(
                row.getString("id_"),
                row.getString("name_"),
                new CaseNumber(row.getString("case_number")),
                row.getString("item_name"),
                row.getString("applicant"),
                Optional.ofNullable(row.getString("assignee_")),
                Optional.ofNullable(row.getString("covered_for")),
                Optional.empty(),
                Optional.ofNullable(row.getTimestamp("due_date_")).map(Timestamp::toInstant));
    }

    /** By person, whoever has most first; what nobody has claimed stands at the end. */
    @Transactional(readOnly = true)
    public List<Load> loads(Unit unit) {
        return jdbc.sql("select t.assignee_, count(*), count(*) filter (where t.due_date_ < ?) " + OF_UNIT
                        + "group by t.assignee_ order by t.assignee_ is null, count(*) desc, t.assignee_")
                .param(Timestamp.from(clock.instant()))
                .param(unit.groups().toArray(String[]::new))
                .query((row, n) -> new Load(Optional.ofNullable(row.getString(1)), row.getInt(2), row.getInt(3)))
                .list();
    }

    /**
     * Gives tasks to somebody else, all or none.
     *
     * @param to the account that gets them
     * @param reason 2 to 200 characters; on record with each case
     * @throws RefusedInput if one is done, is not the unit's, or is a step that the person could not take
     */
    public void reassign(Unit unit, List<String> chosen, String to, String reason, Account by) {
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new RefusedInput("reason", "请写明改派的理由，2至200个字");
        }
        if (chosen.isEmpty()) {
            throw new RefusedInput("task", "请勾选要改派的任务");
        }
        if (!units.staff(unit).containsKey(to)) {
            throw new RefusedInput("to", "请选择接办人");
        }
        var order = Order.reassign(to, by.id(), why);
        for (var task : chosen.stream().distinct().sorted().toList()) {
            var given = desks.with(task, Optional.empty(), open -> reassign(unit, open, order));
            if (given.isEmpty()) {
                throw gone(unit);
            }
        }
    }

    private static RefusedInput gone(Unit unit) {
        return new RefusedInput("task", "勾选的任务有的已经办理，或者不属于" + unit.name() + "，请刷新页面后重新勾选");
    }

    private TaskEntity reassign(Unit unit, TaskEntity task, Order order) {
        var candidates = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(unit::has)
                .toList();
        if (candidates.isEmpty()) {
            throw gone(unit);
        }
        var to = order.to().orElseThrow();
        objection(task, to, candidates).ifPresent(why -> {
            throw new RefusedInput("to", "办件" + CaseVariables.caseNumber(task) + "：" + why);
        });
        desks.move(task, order);
        return task;
    }

    /** Why somebody may not get a task; empty if they may. */
    private Optional<String> objection(TaskEntity task, String to, List<String> candidates) {
        var groups = staff.groups(to);
        var name = staff.name(to);
        if (groups.stream().noneMatch(candidates::contains)) {
            return Optional.of(name + "不在“" + task.getName() + "”的办理岗位上，请选择其他接办人");
        }
        if (to.equals(task.getAssignee())) {
            return Optional.of("“" + task.getName() + "”已经由" + name + "办理");
        }
        return cover.absenceOf(to, task)
                .map(absence -> name + "外出至" + absence.plan().to() + "，由"
                        + staff.name(absence.plan().deputy()) + "顶岗，请选择其他接办人")
                .or(() -> admission.objection(task, TakenBy.self(to), groups));
    }
}
