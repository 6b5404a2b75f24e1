package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseLock;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.TaskMoves;
import org.onewindow.workflow.clock.Measures;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts what runs beside a case: for the cases that an approver has in hand. */
@Component
class StartOfMeasure {

    /** What a start form calls the cases to choose from. */
    static final String CASES_IN_HAND = "casesInHand";

    /** What a start form calls the field of the case. */
    static final String CASE = "case";

    private static final String DEPARTMENTS = "departments";

    /** The most cases to choose from; more than anybody has in hand. */
    private static final int MOST_CASES = 100;

    private final TaskService tasks;
    private final CaseFiles files;
    private final CaseLock lock;
    private final TaskMoves moves;
    private final Organization organization;
    private final Approval approval;
    private final Map<String, Measure> measures;

    StartOfMeasure(
            @Lazy TaskService tasks,
            CaseFiles files,
            CaseLock lock,
            TaskMoves moves,
            Organization organization,
            Approval approval,
            List<Measure> measures) {
        this.tasks = tasks;
        this.files = files;
        this.lock = lock;
        this.moves = moves;
        this.organization = organization;
        this.approval = approval;
        this.measures = measures.stream().collect(Collectors.toMap(Measure::process, Function.identity()));
    }

    /** What the select fields of a start form offer, by what the form calls it. */
    Map<String, Supplier<List<Map<String, String>>>> offered() {
        return Map.of(
                CASES_IN_HAND, () -> casesInHand(tasksInHand().orderByDueDate().asc()), DEPARTMENTS, this::departments);
    }

    /** The same, to check what was sent: of the cases in hand only the one that was chosen. */
    Map<String, Object> options(Map<String, Object> sent) {
        var chosen = String.valueOf(sent.get(CASE));
        return Map.of(
                CASES_IN_HAND,
                casesInHand(tasksInHand().processInstanceBusinessKey(chosen)),
                DEPARTMENTS,
                departments());
    }

    private List<Map<String, String>> departments() {
        return organization.departments().stream()
                .map(department -> Map.of("value", department.id(), "label", department.name()))
                .toList();
    }

    private TaskQuery tasksInHand() {
        return tasks.createTaskQuery()
                .taskAssignee(user().map(Authentication::getUserId).orElse(""));
    }

    private static Optional<Authentication> user() {
        return Optional.ofNullable(Context.getCommandContext().getAuthentication());
    }

    /** The cases of which the user has claimed a step of the back office, as options. */
    private List<Map<String, String>> casesInHand(TaskQuery query) {
        var user = user();
        if (user.isEmpty()) {
            return List.of();
        }
        return query.listPage(0, MOST_CASES).stream()
                .map(TaskEntity.class::cast)
                .filter(Measures::isOnTheWay)
                .map(CaseVariables::caseNumber)
                .distinct()
                .map(files::require)
                .filter(file -> isApprover(user.get(), file.department()))
                .map(file -> Map.of(
                        "value",
                        file.caseNumber().value(),
                        "label",
                        file.caseNumber() + " " + file.itemName() + " " + file.applicantName()))
                .toList();
    }

    private boolean isApprover(Authentication user, Optional<String> department) {
        return department
                .flatMap(organization::department)
                .map(Department::approvers)
                .filter(groups -> groups.stream().anyMatch(user.getGroupIds()::contains))
                .isPresent();
    }

    /** Whether there is anything to start at a step in hand: it is the back office's, and the user one of its approvers. */
    boolean isOffered(TaskEntity inHand, Authentication user) {
        return Measures.isOnTheWay(inHand)
                && isApprover(
                        user, files.require(CaseVariables.caseNumber(inHand)).department());
    }

    /** @throws RefusedInput if a measure may not be started from a step in hand, and why */
    void check(String process, TaskEntity inHand, Authentication user) {
        check(measure(process), files.require(CaseVariables.caseNumber(inHand)), inHand, user);
    }

    private static void check(Measure measure, CaseFile file, TaskEntity inHand, Authentication user) {
        if (file.state() != CaseState.HANDLING) {
            throw new RefusedInput("办件的状态是“" + file.state().label() + "”，不能再办理这项操作");
        }
        measure.check(file, inHand, user);
    }

    void start(ExecutionEntity instance, String process, Submission sent) {
        var user = user().orElseThrow();
        var measure = measure(process);
        var caseNumber = new CaseNumber(sent.text(CASE));
        lock.state(caseNumber);
        var file = files.require(caseNumber);
        var inHand = tasksInHand().processInstanceBusinessKey(caseNumber.value()).orderByTaskId().asc().list().stream()
                .map(TaskEntity.class::cast)
                .filter(Measures::isOnTheWay)
                .findFirst()
                .orElseThrow();
        var taker = new TakenBy(user.getUserId(), Optional.ofNullable(inHand.getOwner()));
        moves.requireCover(inHand.getId(), taker);
        check(measure, file, inHand, user);
        instance.setProcessBusinessKey(file.caseNumber().value());
        CaseVariables.DEPARTMENT.set(instance, file.department().orElseThrow());
        var started = measure.start(instance, file, sent, taker);
        approval.step(
                file.caseNumber(),
                process,
                (String) instance.getProcessDefinition().getInitial().getProperty("name"),
                taker,
                started.outcome(),
                started.opinion());
    }

    private Measure measure(String process) {
        return Optional.ofNullable(measures.get(process)).orElseThrow(() -> new RefusedInput("这个流程不能单独启动"));
    }
}
