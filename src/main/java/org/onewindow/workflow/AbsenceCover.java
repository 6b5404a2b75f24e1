package org.onewindow.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.TakenBy;
import org.onewindow.organization.Absence;
import org.onewindow.organization.Absence.Plan;
import org.onewindow.organization.Absences;
import org.onewindow.organization.RefusedAbsence;
import org.onewindow.workflow.Desks.Order;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.TaskMove.Kind;
import org.onewindow.workflow.step.StepAdmission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Absence cover (顶岗): what would be the task of somebody who is away goes to the deputy, and comes back afterwards. A deputy who
 * could not complete a task does not get it; it stays where it is, for whoever leads the unit to reassign.
 */
@Service
@Transactional
public class AbsenceCover {

    private final Absences absences;
    private final Units units;
    private final StepAdmission admission;
    private final TaskMoves moves;
    private final Desks desks;
    private final CaseFiles files;
    private final JdbcClient jdbc;

    AbsenceCover(
            Absences absences,
            Units units,
            StepAdmission admission,
            TaskMoves moves,
            Desks desks,
            CaseFiles files,
            JdbcClient jdbc) {
        this.absences = absences;
        this.units = units;
        this.admission = admission;
        this.moves = moves;
        this.desks = desks;
        this.files = files;
        this.jdbc = jdbc;
    }

    /**
     * Enters an absence; if it begins today, the tasks go over at once. People enter their own and name a deputy of their own
     * post; whoever leads their unit may name anybody of the unit.
     *
     * @throws RefusedAbsence if it may not be entered like this
     */
    public void enter(Plan plan, Account by) {
        boolean isLed = units.leads(by, plan.person());
        if (!isLed && !by.id().equals(plan.person())) {
            throw new RefusedAbsence("只能登记本人的外出，或者由本部门负责人、效能监督人员登记");
        }
        checkDeputy(plan, isLed);
        var entered =
                new Plan(plan.person(), plan.from(), plan.to(), plan.items(), plan.deputy(), isLed, plan.reason());
        cover(absences.enter(entered, by.id()));
    }

    private void checkDeputy(Plan plan, boolean isLed) {
        var theirs = units.groupsOf(plan.person());
        var deputys = units.groupsOf(plan.deputy());
        boolean isOfThePost = deputys.stream().anyMatch(theirs::contains);
        boolean isOfTheUnit = units.all().stream()
                .anyMatch(unit ->
                        deputys.stream().anyMatch(unit::has) && theirs.stream().anyMatch(unit::has));
        if (!isOfTheUnit) {
            throw new RefusedAbsence("顶岗人应是同一部门、窗口的人员，请另选顶岗人");
        }
        if (!isOfThePost && !isLed) {
            throw new RefusedAbsence("本人登记的，顶岗人应与本人同岗位；由其他岗位的人员顶岗，请本部门负责人登记");
        }
    }

    /**
     * Calls an absence off: what the deputy has not finished comes back at once.
     *
     * @throws RefusedAbsence if it is over
     */
    public void revoke(long id, Account by) {
        var absence = absences.find(id).orElseThrow(() -> new RefusedAbsence("没有这次登记，请刷新页面"));
        if (!mayRevoke(absence, by)) {
            throw new RefusedAbsence("只能撤销本人的登记，或者由本部门负责人、效能监督人员撤销");
        }
        giveBack(absences.revoke(id, by.id()));
    }

    private boolean mayRevoke(Absence absence, Account by) {
        return by.id().equals(absence.plan().person())
                || units.leads(by, absence.plan().person());
    }

    /** How many tasks lie with the deputies of some absences, by absence. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> covered(List<Long> absences) {
        return moves.covered(absences).values().stream().collect(Collectors.toMap(id -> id, id -> 1, Integer::sum));
    }

    private void cover(Absence absence) {
        if (absences.isOn(absence)) {
            toCover(absence).forEach(task -> cover(task, absence));
        }
    }

    private void giveBack(Absence absence) {
        moves.covered(List.of(absence.id())).keySet().forEach(task -> giveBack(task, absence));
    }

    /** The tasks that are somebody's who is away. */
    @Transactional(readOnly = true)
    public List<String> toCover(Absence absence) {
        return jdbc.sql("""
                        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                            join case_file f on f.case_number = e.business_key_
                        where t.assignee_ = ? and (cardinality(?::text[]) = 0 or f.item_code = any (?)) order by t.id_""")
                .param(absence.plan().person())
                .param(items(absence))
                .param(items(absence))
                .query(String.class)
                .list();
    }

    private static String[] items(Absence absence) {
        return absence.plan().items().toArray(String[]::new);
    }

    /** Gives a task to the deputy, if it is still the person's and the deputy could complete it. */
    public void cover(String task, Absence absence) {
        desks.with(task, Optional.of(absence.plan().person()), open -> {
            if (mayCover(open, absence.plan())) {
                desks.move(open, Order.cover(absence));
            }
            return open;
        });
    }

    /** Gives a task that a deputy has not finished back to the person, or to its group if it is no longer their post. */
    public void giveBack(String task, Absence absence) {
        var plan = absence.plan();
        desks.with(task, Optional.of(plan.deputy()), open -> {
            boolean isStillCovered = open.getOwner() != null
                    && moves.last(task)
                            .filter(move -> move.kind() == Kind.COVERED
                                    && move.absence().equals(Optional.of(absence.id())))
                            .isPresent();
            if (isStillCovered) {
                var to = Optional.of(plan.person())
                        .filter(person -> units.groupsOf(person).stream().anyMatch(candidates(open)::contains));
                desks.move(open, Order.giveBack(to, absence));
            }
            return open;
        });
    }

    /** A task opens on the desk of somebody who is away. */
    void opened(TaskEntity task) {
        absenceOf(task.getAssignee(), task)
                .filter(absence -> mayCover(task, absence.plan()))
                .ifPresent(absence -> desks.place(task, Order.cover(absence)));
    }

    /** The absence that is in force of somebody who has a task, or would have it. */
    Optional<Absence> absenceOf(String person, TaskEntity task) {
        var today = absences.today(person);
        return today.isEmpty()
                ? Optional.empty()
                : today.stream()
                        .filter(absence -> absence.plan().covers(itemOf(task)))
                        .findFirst();
    }

    private String itemOf(TaskEntity task) {
        return files.require(CaseVariables.caseNumber(task)).itemCode();
    }

    private boolean mayCover(TaskEntity task, Plan plan) {
        var candidates = candidates(task);
        var deputys = units.groupsOf(plan.deputy());
        boolean isOfThePost = deputys.stream().anyMatch(candidates::contains);
        boolean isLent = plan.anyPost() && isOfTheUnit(candidates, units.groupsOf(plan.person()), deputys);
        return (isOfThePost || isLent)
                && admission
                        .objection(task, new TakenBy(plan.deputy(), Optional.of(plan.person())), deputys)
                        .isEmpty();
    }

    /** Whether a post of the person's that the task asks for is one of a unit to which the deputy belongs. */
    private boolean isOfTheUnit(Set<String> candidates, Collection<String> theirs, Collection<String> deputys) {
        return units.all().stream()
                .filter(unit -> deputys.stream().anyMatch(unit::has))
                .anyMatch(unit -> theirs.stream().anyMatch(group -> unit.has(group) && candidates.contains(group)));
    }

    private static Set<String> candidates(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
    }
}
