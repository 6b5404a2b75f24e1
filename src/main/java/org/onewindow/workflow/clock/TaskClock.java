package org.onewindow.workflow.clock;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** What a task shows of its case's clock: due date, priority, and that it stands still. Every task gets it as it opens. */
@Component
public class TaskClock {

    /** The card's line that says that a special procedure is running; no line where none is. */
    public static final String PAUSED = "clockPaused";

    private static final int NEAR = 70;
    private static final int OVERRUN = 90;
    private static final int USUAL = 50;

    private final ClockLedger ledger;
    private final CaseDates dates;

    TaskClock(ClockLedger ledger, CaseDates dates) {
        this.ledger = ledger;
        this.dates = dates;
    }

    /** Shows the clock on a task that opens. */
    public void open(DelegateTask task) {
        show(task, ledger.today(CaseVariables.caseNumber(task)));
    }

    void show(DelegateTask task, ClockState state) {
        task.setDueDate(due((TaskEntity) task, state));
        task.setPriority(priority(state));
        var pause = state.runningPause();
        if (pause.isPresent()) {
            task.setVariableLocal(PAUSED, "暂停（" + pause.get().procedure().label() + "）");
        } else if (task.hasVariableLocal(PAUSED)) {
            task.removeVariableLocal(PAUSED);
        }
    }

    /** A step with a time of its own says so in its model; all others are due when the running period ends. */
    Date due(TaskEntity task, ClockState state) {
        var own = task.getTaskDefinition().getDueDateExpression();
        return own == null ? dates.due(state) : (Date) own.getValue(task);
    }

    int priority(ClockState state) {
        return dates.gone(state)
                .mapToInt(alarm -> alarm.kind().isOverrun() ? OVERRUN : NEAR)
                .max()
                .orElse(USUAL);
    }
}
