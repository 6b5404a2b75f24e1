package org.onewindow.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;
import org.onewindow.workflow.StaffAccounts.Account;
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

    private static final String DECISION = "decide";
    private static final int MOST = 300;
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final StaffTasks staffTasks;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final Organization organization;
    private final Approval approval;
    private final Clock clock;

    Workload(
            JdbcClient jdbc,
            TaskService tasks,
            StaffTasks staffTasks,
            IdentityService identity,
            RepositoryService repository,
            Organization organization,
            Approval approval,
            Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.staffTasks = staffTasks;
        this.identity = identity;
        this.repository = repository;
        this.organization = organization;
        this.approval = approval;
        this.clock = clock;
    }

    /** A department, window or zone. @param groups of its staff who take steps */
    public record Unit(String id, String name, List<String> groups) {}

    /**
     * A task in hand.
     *
     * @param assignee empty while nobody has claimed it
     * @param due when it should be done; empty without a due date
     */
    public record InHand(
            String task,
            String name,
            CaseNumber caseNumber,
            String item,
            String applicant,
            Optional<String> assignee,
            Optional<Instant> due) {

        public boolean isLate(Instant now) {
            return due.filter(now::isAfter).isPresent();
        }
    }

    /** How much somebody has. @param account empty for what nobody has claimed */
    public record Load(Optional<String> account, int tasks, int late) {}

    /** The units that somebody leads. */
    public List<Unit> ledBy(Account account) {
        boolean everything = account.isIn(Organization.SUPERVISORS);
        var departments = organization.departments().stream()
                .filter(department -> everything || account.isIn(department.heads()))
                .map(department -> new Unit(department.id(), department.name(), department.groups()));
        var fronts = Stream.concat(
                organization.windows().stream().map(Workload::unit),
                Stream.of(
                        new Unit(Organization.ISSUANCE, "统一出件区", List.of(Organization.ISSUANCE)),
                        new Unit(Organization.DISPATCH, "分办", List.of(Organization.DISPATCH))));
        return Stream.concat(everything ? fronts : Stream.of(), departments).toList();
    }

    private static Unit unit(ServiceWindow window) {
        return new Unit(window.id(), window.name(), List.of(window.id()));
    }

    private static final String OF_UNIT = """
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                join case_file f on f.case_number = e.business_key_
            where t.id_ in (select l.task_id_ from act_ru_identitylink l
                where l.type_ = 'candidate' and l.group_id_ = any (?))
            """;

    /** What a unit has in hand, what is due first first; at most three hundred. */
    @Transactional(readOnly = true)
    public List<InHand> of(Unit unit) {
        return jdbc.sql("select t.id_, t.name_, t.assignee_, t.due_date_, f.case_number, f.item_name, f.applicant "
                        + OF_UNIT + "order by t.due_date_ nulls last, t.id_ limit " + MOST)
                .param(unit.groups().toArray(String[]::new))
                .query((row, n) -> new InHand(
                        row.getString("id_"),
                        row.getString("name_"),
                        new CaseNumber(row.getString("case_number")),
                        row.getString("item_name"),
                        row.getString("applicant"),
                        Optional.ofNullable(row.getString("assignee_")),
                        Optional.ofNullable(row.getTimestamp("due_date_")).map(Timestamp::toInstant)))
                .list();
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

    /** The staff of a unit, by account. */
    @Transactional(readOnly = true)
    public Map<String, String> staff(Unit unit) {
        return unit.groups().stream()
                .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
                .sorted(Comparator.comparing(User::getId))
                .collect(Collectors.toMap(
                        User::getId,
                        user -> user.getLastName() + user.getFirstName(),
                        (one, again) -> one,
                        LinkedHashMap::new));
    }

    /**
     * Gives tasks to somebody else, all or none.
     *
     * @param to the account that gets them
     * @param reason 2 to 200 characters; on record with each case
     * @throws RefusedInput if one is done, is not the unit's, or is a step that the person may not take
     */
    public void reassign(Unit unit, List<String> chosen, String to, String reason, Account by) {
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new RefusedInput("reason", "请写明改派的理由，2至200个字");
        }
        if (chosen.isEmpty()) {
            throw new RefusedInput("task", "请勾选要改派的任务");
        }
        var names = staff(unit);
        if (!names.containsKey(to)) {
            throw new RefusedInput("to", "请选择接办人");
        }
        identity.clearAuthentication();
        chosen.forEach(task -> reassign(unit, task, to, why, by, names));
    }

    private void reassign(Unit unit, String id, String to, String reason, Account by, Map<String, String> names) {
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        var candidates = task == null
                ? List.<String>of()
                : tasks.getIdentityLinksForTask(id).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null && unit.groups().contains(group))
                        .toList();
        if (candidates.isEmpty()) {
            throw new RefusedInput("task", "勾选的任务有的已经办理，或者不属于" + unit.name() + "，请刷新页面后重新勾选");
        }
        boolean mayTake = candidates.stream()
                .anyMatch(group -> identity.createUserQuery()
                                .memberOfGroup(group)
                                .userId(to)
                                .count()
                        > 0);
        if (!mayTake) {
            throw new RefusedInput("to", names.get(to) + "不在“" + task.getName() + "”的办理岗位上，请选择其他接办人");
        }
        var caseNumber = staffTasks.caseOf(id).orElseThrow();
        var step = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .<UserTask>getModelElementById(task.getTaskDefinitionKey());
        if (DECISION.equals(step.getCamundaFormRef())) {
            approval.checkDecider(caseNumber, to, DecisionSteps.besides(step));
        }
        var from = Optional.ofNullable(task.getAssignee()).map(account -> names.getOrDefault(account, account));
        tasks.setAssignee(id, to);
        approval.step(
                caseNumber,
                CaseStep.REASSIGNED,
                "改派（" + task.getName() + "）",
                by.id(),
                from.orElse("待认领") + " → " + names.get(to),
                Optional.of(reason));
    }
}
