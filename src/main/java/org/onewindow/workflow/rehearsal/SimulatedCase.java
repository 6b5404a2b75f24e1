package org.onewindow.workflow.rehearsal;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.rehearsal.Rehearsed.Step;

/** One case on its way, moved by simulated people: the window at once, a department half a working day after its turn came. */
final class SimulatedCase {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 30);

    private final Stage stage;
    private final String root;
    private final CaseNumber number;
    private final CaseTimers timers;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private boolean isDoneAgain;
    private int lapsedDays;
    private String place = "";

    private SimulatedCase(Stage stage, ProcessInstance root) {
        this.stage = stage;
        this.root = root.getId();
        this.number = new CaseNumber(root.getBusinessKey());
        this.timers = new CaseTimers(stage, this.root);
    }

    /** Hands an application in at the item's window. */
    static SimulatedCase receive(Stage stage, String window, String process, Map<String, Object> answers)
            throws Failed {
        var clerk = stage.staff().of("", Set.of(window)).get(0);
        var form = new FilledForm(answers, stage.forms().none(), stage.today(), false);
        var service = stage.engine().getFormService();
        try {
            return new SimulatedCase(
                    stage,
                    stage.staff()
                            .as(
                                    clerk,
                                    () -> service.submitStartForm(
                                            process, form.values(stage.forms().start(process)))));
        } catch (RuntimeException e) {
            var why = RefusedInput.behind(e).map(Throwable::getMessage).orElseGet(() -> Stage.why(e));
            throw new Failed("收件表单不能提交：" + why, false);
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

    /**
     * Somebody has something to do.
     *
     * @param choices the outcomes of the task, the first of them first, then the timers that may go off before it is done
     */
    record Work(Task task, List<Choice> choices) implements Turn {}

    /** Nobody has; a timer will go off. */
    record Wait(Choice timer) implements Turn {}

    record End() implements Turn {}

    /** @param at the names of the places where the case stands still for ever */
    record DeadEnd(List<String> at) implements Turn {}

    Turn turn() throws Failed {
        timers.runDue();
        var instances = instances();
        if (instances.isEmpty()) {
            return new End();
        }
        var tasks = openTasks(instances);
        var moving = new ArrayList<>(timers.moving().keySet());
        place = tasks.stream().map(Task::getTaskDefinitionKey).sorted().toList() + " "
                + moving.stream().map(Choice::place).sorted().toList() + " " + stage.decided(root);
        if (!tasks.isEmpty()) {
            var choices = new ArrayList<>(stage.forms().outcomes(tasks.get(0)));
            choices.addAll(moving);
            return new Work(tasks.get(0), choices);
        }
        return moving.isEmpty() ? new DeadEnd(standingAt(instances)) : new Wait(moving.get(0));
    }

    private Set<String> instances() {
        var running = stage.engine().getRuntimeService().createProcessInstanceQuery();
        return running.rootProcessInstanceId(root).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    /** Those of the case's own way, the oldest first; what runs beside it is left out. */
    private List<Task> openTasks(Set<String> instances) {
        var open = stage.engine().getTaskService().createTaskQuery();
        return open.processInstanceBusinessKey(number.value()).list().stream()
                .filter(task -> instances.contains(task.getProcessInstanceId()))
                .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getTaskDefinitionKey))
                .toList();
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

    /** Nothing else can be done than to wait. */
    void await(Choice timer) throws Failed {
        timers.await(timer);
        steps.add(new Step(timer.label(), "", ""));
    }

    /** Somebody who could act does nothing until a timer goes off; the days are theirs. */
    void letLapse(Choice timer) throws Failed {
        int before = stage.dates(number).used();
        await(timer);
        lapsedDays += stage.dates(number).used() - before;
    }

    /** Does the work with an outcome, whoever can. */
    void take(Work work, Choice choice) throws Failed {
        var task = new SimulatedWork(stage, work.task());
        if (task.isOfTheBackOffice()) {
            stage.clock().set(halfADayLater(stage.now()));
            timers.runDue();
        }
        var actor = task.does(choice, number);
        steps.add(new Step(work.task().getName(), choice.label(), actor.name()));
        isDoneAgain |= !done.add(work.task().getTaskDefinitionKey());
    }

    private LocalDateTime halfADayLater(LocalDateTime now) {
        var today = now.toLocalDate();
        return stage.calendar().isWorkingDay(today) && now.toLocalTime().isBefore(AFTERNOON)
                ? today.atTime(now.toLocalTime().isBefore(MORNING) ? MORNING : AFTERNOON)
                : stage.calendar().add(today, 1).atTime(MORNING);
    }

    /** What tells the place of the last turn from others: open tasks, waiting timers, and what was decided on the way. */
    String place() {
        return place;
    }

    /** Days of the decision period during which somebody let a period lapse. */
    int lapsedDays() {
        return lapsedDays;
    }

    /** Whether a step was done again. */
    boolean isDoneAgain() {
        return isDoneAgain;
    }

    /** Takes the rest of a case that stopped half-way out of the engine. */
    void remove() {
        if (!instances().isEmpty()) {
            stage.engine().getRuntimeService().deleteProcessInstance(root, "演练结束", true);
        }
    }
}
