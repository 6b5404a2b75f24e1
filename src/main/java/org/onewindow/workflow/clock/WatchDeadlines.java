package org.onewindow.workflow.clock;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.TakenBy;
import org.onewindow.deadline.ClockAlarm;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.supervision.WarningCards;
import org.onewindow.workflow.CaseVariables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * 时限监督: puts every deadline that nears or has passed on record, moves the open tasks up, tells the department's head
 * of an overrun, raises the warning card, and winds the timer up for the next one. What the ledger does not confirm does not go off.
 */
@Component
class WatchDeadlines implements JavaDelegate {

    private final ClockLedger ledger;
    private final CaseDates dates;
    private final TaskClock taskClock;
    private final Approval approval;
    private final WarningCards cards;
    private final CaseFiles files;
    private final TaskService tasks;
    private final RuntimeService runtime;

    WatchDeadlines(
            ClockLedger ledger,
            CaseDates dates,
            TaskClock taskClock,
            Approval approval,
            WarningCards cards,
            CaseFiles files,
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime) {
        this.ledger = ledger;
        this.dates = dates;
        this.taskClock = taskClock;
        this.approval = approval;
        this.cards = cards;
        this.files = files;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = CaseVariables.caseNumber(execution);
        var state = ledger.today(caseNumber);
        dates.gone(state)
                .filter(alarm -> ledger.raise(caseNumber, alarm))
                .forEach(alarm -> raise(execution, caseNumber, state, alarm));
        windUp((ExecutionEntity) execution);
    }

    private void raise(DelegateExecution execution, CaseNumber caseNumber, ClockState state, ClockAlarm alarm) {
        var text = alarm.kind().label() + "（" + alarm.due() + "）";
        approval.step(
                caseNumber,
                execution.getCurrentActivityId(),
                alarm.kind().isOverrun() ? "超期" : "预警",
                TakenBy.self(CaseStep.SYSTEM),
                text,
                Optional.empty());
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .list();
        for (var task : open) {
            tasks.createComment(task.getId(), task.getProcessInstanceId(), text);
            taskClock.show((DelegateTask) task, state);
        }
        Optional<String> measure = alarm.kind().isOverrun()
                ? Optional.of(Measures.report(
                        runtime, execution, files.require(caseNumber).owner(), text))
                : Optional.empty();
        cards.raise(caseNumber, alarm, holders(open), measure);
    }

    /** Who has the case in hand; nobody where its tasks wait to be claimed. */
    private static List<String> holders(List<Task> open) {
        return open.stream()
                .filter(task -> !Measures.isBeside((DelegateTask) task))
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * A timer that has fired is gone; the next alarm needs one more of the same declaration. What went off is on record by
     * now, so the declaration finds an alarm to come: one that is due at once would be fired in the same breath, for ever.
     */
    private static void windUp(ExecutionEntity execution) {
        var item = execution.getProcessInstance();
        TimerDeclarationImpl.getDeclarationsForScope(item.getProcessDefinition())
                .get(EngineFollowsClock.WATCH)
                .createTimerInstance(item);
    }
}
