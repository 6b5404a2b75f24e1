package org.onewindow.workflow.clock;

import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockMoved;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.Extensions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves a case's timers and tasks with its ledger, in the ledger's transaction: nothing fires in between. */
@Component
class EngineFollowsClock {

    /** The timer of every item that waits for the next alarm. */
    static final String WATCH = "event_deadlineNears";

    private final ObjectProvider<ProcessEngine> engine;
    private final TaskClock taskClock;
    private final CaseDates dates;
    private final EngineRows rows;
    private final Extensions extensions;

    EngineFollowsClock(
            ObjectProvider<ProcessEngine> engine,
            TaskClock taskClock,
            CaseDates dates,
            EngineRows rows,
            Extensions extensions) {
        this.rows = rows;
        this.engine = engine;
        this.taskClock = taskClock;
        this.dates = dates;
        this.extensions = extensions;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ClockMoved moved) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    moveWatch(moved, context, configuration.getManagementService());
                    if (moved.stepsStay()) {
                        moveTasks(moved, configuration.getTaskService());
                    }
                    if (moved.state().phase() == ClockPhase.DECIDED) {
                        endMeasures(moved, configuration.getRuntimeService());
                    }
                    return null;
                }));
    }

    /** In one statement, unless the running command has the timer in hand: it would find it changed behind its back. */
    private void moveWatch(ClockMoved moved, CommandContext context, ManagementService management) {
        if (moved.entry().equals(Optional.of(ClockEvent.Type.RECEIVED))) {
            return; // the process starts later, and asks the ledger for the date
        }
        var next = dates.nextAlarm(moved.caseNumber(), moved.state());
        if (hasWatchInHand(context)) {
            rows.watches(moved.caseNumber()).forEach(job -> management.setJobDuedate(job, next));
        } else {
            rows.moveWatches(moved.caseNumber(), EngineRows.local(next));
        }
    }

    private static boolean hasWatchInHand(CommandContext context) {
        // The engine's cache knows all kinds of jobs by this class alone; a timer's configuration begins with its
        // event.
        return context.getDbEntityManager().getDbEntityCache().getEntitiesByType(AcquirableJobEntity.class).stream()
                .anyMatch(job -> job instanceof JobEntity timer
                        && String.valueOf(timer.getJobHandlerConfigurationRaw()).startsWith(WATCH));
    }

    private void moveTasks(ClockMoved moved, TaskService tasks) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(moved.caseNumber().value())
                .list()
                .forEach(task -> taskClock.show((DelegateTask) task, moved.state()));
    }

    /** An extension that nobody has approved by the decision is not needed any more. */
    private void endMeasures(ClockMoved moved, RuntimeService runtime) {
        if (!extensions.discard(moved.caseNumber())) {
            return;
        }
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(moved.caseNumber().value())
                .processDefinitionKey(Measures.EXTENSION)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "已作出决定"));
    }
}
