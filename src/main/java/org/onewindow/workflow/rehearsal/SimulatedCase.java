package org.onewindow.workflow.rehearsal;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.rehearsal.Rehearsed.Step;
import org.onewindow.workflow.rehearsal.SimulatedStaff.Member;

/** One case on its way, moved by simulated people: the window at once, a department half a working day after its turn came. */
final class SimulatedCase {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 30);

    private final Stage stage;
    private final ProcessInstance root;
    private final CaseNumber number;
    private final List<Step> steps = new ArrayList<>();
    private String place = "";
    private int lapsedDays;

    private SimulatedCase(Stage stage, ProcessInstance root) {
        this.stage = stage;
        this.root = root;
        this.number = new CaseNumber(root.getBusinessKey());
    }

    /** Hands an application in at the item's window. */
    static SimulatedCase receive(Stage stage, String window, String process, Map<String, Object> answers)
            throws Failed {
        var clerk = stage.staff().of("", Set.of(window)).get(0);
        var form = new FilledForm(answers, stage.forms().none(), stage.today(), false);
        try {
            return new SimulatedCase(stage, stage.staff().as(clerk, () -> stage.engine()
                    .getFormService()
                    .submitStartForm(process, form.values(stage.forms().start(process)))));
        } catch (RuntimeException e) {
            throw new Failed(
                    "收件表单不能提交："
                            + RefusedInput.behind(e).map(Throwable::getMessage).orElseGet(() -> Stage.why(e)),
                    false);
        }
    }

    CaseNumber number() {
        return number;
    }

    List<Step> steps() {
        return steps;
    }

    /** Where the case stands. */
    sealed interface Turn {}

    /** Somebody has something to do. */
    record Work(Task task, String name, List<Choice> choices) implements Turn {}

    /** Nobody has; a timer will go off. */
    record Wait(Choice timer) implements Turn {}

    record End() implements Turn {}

    /** @param at the names of the places where the case stands still for ever */
    record DeadEnd(List<String> at) implements Turn {}

    /** Nobody could do it, or the process could not go on. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1L;
        private final boolean isRule;

        Failed(String message, boolean isRule) {
            super(message);
            this.isRule = isRule;
        }

        /** Whether a rule forbids this outcome for this case, which is no fault of the item. */
        boolean isRule() {
            return isRule;
        }
    }

    Turn turn() throws Failed {
        runDue();
        var instances = instances();
        if (instances.isEmpty()) {
            return new End();
        }
        var tasks =
                stage
                        .engine()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .list()
                        .stream()
                        .filter(open -> instances.contains(open.getProcessInstanceId()))
                        .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getTaskDefinitionKey))
                        .toList();
        place = tasks.stream().map(Task::getTaskDefinitionKey).sorted().toList() + " " + stage.decided(root.getId());
        if (!tasks.isEmpty()) {
            return work(tasks.get(0));
        }
        var timers = timers();
        return timers.isEmpty()
                ? new DeadEnd(standingAt(instances))
                : new Wait(timers.keySet().iterator().next());
    }

    private Set<String> instances() {
        return stage
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstanceId(root.getId())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private Work work(Task task) {
        var model = stage.engine().getRepositoryService().getBpmnModelInstance(task.getProcessDefinitionId());
        UserTask element = model.getModelElementById(task.getTaskDefinitionKey());
        var choices = new ArrayList<>(stage.forms().outcomes(task));
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(element) && event.cancelActivity() && isTimer(event))
                .map(event -> Choice.timer(event.getId(), event.getName()))
                .forEach(choices::add);
        return new Work(task, task.getName(), choices);
    }

    private static boolean isTimer(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** The timers that move the case on, the earliest first; those that only watch over its deadlines are left out. */
    private Map<Choice, Job> timers() {
        var timers = new LinkedHashMap<Choice, Job>();
        stage.engine()
                .getManagementService()
                .createJobQuery()
                .rootProcessInstanceId(root.getId())
                .timers()
                .orderByJobDuedate()
                .asc()
                .list()
                .forEach(job -> {
                    FlowElement event = element(job);
                    if (!(event instanceof StartEvent)) {
                        timers.put(Choice.timer(event.getId(), event.getName()), job);
                    }
                });
        return timers;
    }

    private FlowElement element(Job job) {
        var definition = stage.engine()
                .getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return stage.engine()
                .getRepositoryService()
                .getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
    }

    private List<String> standingAt(Set<String> instances) {
        var names = new LinkedHashSet<String>();
        for (var instance : instances) {
            for (var id : stage.engine().getRuntimeService().getActiveActivityIds(instance)) {
                names.add(stage.name(instance, id));
            }
        }
        return List.copyOf(names);
    }

    /** Lets the time pass until a timer of the case has gone off. */
    void await(Choice timer) throws Failed {
        var job = timers().get(timer);
        stage.clock()
                .set(LocalDateTime.ofInstant(
                        job.getDuedate().toInstant(), stage.clock().getZone()));
        runDue();
        steps.add(new Step(timer.label(), "", ""));
    }

    /** Nobody does anything until a timer ends the task. */
    void letLapse(Choice timer) throws Failed {
        await(timer);
        lapsedDays = stage.dates(number).used();
    }

    /** Does the work with an outcome, whoever can. */
    void take(Work work, Choice choice) throws Failed {
        var task = work.task();
        var groups = stage.engine().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
        if (groups.stream().anyMatch(stage::isBackOffice)) {
            stage.clock().set(halfADayLater(stage.now()));
            runDue();
        }
        var able = stage.staff().of(task.getAssignee() == null ? "" : task.getAssignee(), groups);
        RefusedInput refused = null;
        for (var member : able) {
            try {
                submit(task, choice, member);
                steps.add(new Step(work.name(), choice.label(), member.name()));
                return;
            } catch (RuntimeException e) {
                refused = RefusedInput.behind(e).orElse(null);
                if (refused == null) {
                    throw new Failed("“" + work.name() + "”" + chosen(choice) + "之后无法继续：" + Stage.why(e), false);
                } else if (isRule(refused)) {
                    throw new Failed("“" + work.name() + "”不能" + chosen(choice) + "：" + refused.getMessage(), true);
                }
                // as a person would who cannot do it: give it back for the next one
                stage.engine().getTaskService().setAssignee(task.getId(), null);
            }
        }
        throw new Failed(
                "“" + work.name() + "”无人能办："
                        + (refused == null ? "岗位组“" + String.join("、", groups) + "”不在机构名录中。" : refused.getMessage()),
                false);
    }

    /** A refusal of the outcome itself, whoever chooses it. */
    private static boolean isRule(RefusedInput refused) {
        return refused.violations().stream()
                .allMatch(violation -> violation.field().equals("outcome"));
    }

    private static String chosen(Choice choice) {
        return choice.label().isEmpty() ? "" : "选“" + choice.label() + "”";
    }

    private void submit(Task task, Choice choice, Member member) {
        stage.staff().as(member, () -> {
            if (stage.engine()
                            .getTaskService()
                            .createTaskQuery()
                            .taskId(task.getId())
                            .count()
                    == 0) {
                throw new RefusedInput(member.name() + "看不到这个任务");
            }
            if (!member.account().equals(task.getAssignee())) {
                stage.engine().getTaskService().claim(task.getId(), member.account());
            }
            var decided = new HashMap<String, Object>(
                    Map.of("pickupCode", stage.file(number).pickupCode()));
            if (!choice.outcome().isEmpty()) {
                decided.put("outcome", choice.outcome());
            }
            var form = new FilledForm(
                    decided,
                    stage.forms().shown(task),
                    stage.today(),
                    choice.outcome().equals("correct"));
            stage.engine()
                    .getFormService()
                    .submitTaskForm(task.getId(), form.values(stage.forms().task(task)));
            return null;
        });
    }

    private LocalDateTime halfADayLater(LocalDateTime now) {
        var today = now.toLocalDate();
        return stage.calendar().isWorkingDay(today) && now.toLocalTime().isBefore(AFTERNOON)
                ? today.atTime(now.toLocalTime().isBefore(MORNING) ? MORNING : AFTERNOON)
                : stage.calendar().add(today, 1).atTime(MORNING);
    }

    /** What is due by now: timers that only watch, and steps of the engine's own. */
    private void runDue() throws Failed {
        for (var due = due(); !due.isEmpty(); due = due()) {
            try {
                stage.engine().getManagementService().executeJob(due.get(0).getId());
            } catch (ProcessEngineException e) {
                throw new Failed("“" + element(due.get(0)).getName() + "”之后无法继续：" + Stage.why(e), false);
            }
        }
    }

    private List<Job> due() {
        var now = stage.clock().instant();
        return stage
                .engine()
                .getManagementService()
                .createJobQuery()
                .rootProcessInstanceId(root.getId())
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(now))
                .toList();
    }

    /** What tells the place of the last turn from others: the open tasks, and what was decided on the way. */
    String place() {
        return place;
    }

    /** Days of the decision period that were gone when somebody let a period lapse. */
    int lapsedDays() {
        return lapsedDays;
    }

    /** Whether a step was done again. */
    boolean isDoneAgain() {
        return steps.stream().map(Step::name).distinct().count() < steps.size();
    }

    /** Takes the rest of a case that stopped half-way out of the engine. */
    void remove() {
        if (!instances().isEmpty()) {
            stage.engine().getRuntimeService().deleteProcessInstance(root.getId(), "演练结束", true);
        }
    }
}
