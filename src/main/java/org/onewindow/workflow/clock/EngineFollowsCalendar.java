package org.onewindow.workflow.clock;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.deadline.CalendarSteps.Moved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves the tasks and timers of cases whose dates another calendar moved, by the rules of {@link EngineFollowsClock}. */
@Component
class EngineFollowsCalendar {

    private final ObjectProvider<ProcessEngine> engine;
    private final EngineRows rows;
    private final TaskClock taskClock;
    private final CaseDates dates;

    EngineFollowsCalendar(ObjectProvider<ProcessEngine> engine, EngineRows rows, TaskClock taskClock, CaseDates dates) {
        this.engine = engine;
        this.rows = rows;
        this.taskClock = taskClock;
        this.dates = dates;
    }

    /** Within the transaction that holds the cases' locks. */
    void follow(List<Moved> moved) {
        if (moved.isEmpty()) {
            return;
        }
        var cases = new HashMap<String, Moved>();
        moved.forEach(one -> cases.put(one.caseNumber().value(), one));
        var numbers = List.copyOf(cases.keySet());
        // In the order in which the engine writes, so that the two rarely wait for each other crosswise.
        rows.writeTimers(movedTimers(rows.timers(numbers), cases));
        rows.writeTasks(movedTasks(rows.tasks(numbers), cases));
    }

    private List<EngineRows.TimerDate> movedTimers(List<EngineRows.TimerRow> timers, Map<String, Moved> cases) {
        var changed = new ArrayList<EngineRows.TimerDate>();
        for (var timer : timers) {
            var moved = cases.get(timer.caseNumber());
            dates.timer(timer.activity(), moved.state(), moved.raised())
                    .map(EngineRows::local)
                    .filter(due -> timer.due().filter(due::equals).isEmpty())
                    .ifPresent(due -> changed.add(new EngineRows.TimerDate(timer.id(), due)));
        }
        return changed;
    }

    private List<EngineRows.TaskDates> movedTasks(List<EngineRows.TaskRow> tasks, Map<String, Moved> cases) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    var changed = new ArrayList<EngineRows.TaskDates>();
                    for (var task : tasks) {
                        var state = cases.get(task.caseNumber()).state();
                        var due = Optional.ofNullable(due(task, cases.get(task.caseNumber()), context))
                                .map(EngineRows::local);
                        int priority = taskClock.priority(state);
                        if (!due.equals(task.due()) || priority != task.priority()) {
                            changed.add(new EngineRows.TaskDates(task.id(), due, priority));
                        }
                    }
                    return changed;
                }));
    }

    /** The engine is asked for a task only where the model gives the task a time of its own: that is rare. */
    private Date due(EngineRows.TaskRow task, Moved moved, CommandContext context) {
        var model = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(task.definition())
                .getTaskDefinitions()
                .get(task.key());
        if (model.getDueDateExpression() == null) {
            return dates.due(moved.state());
        }
        TaskEntity entity = context.getTaskManager().findTaskById(task.id());
        return entity == null ? dates.due(moved.state()) : taskClock.due(entity, moved.state());
    }
}
