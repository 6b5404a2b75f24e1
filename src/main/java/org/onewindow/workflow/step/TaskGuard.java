package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.Submission;

/**
 * Guards the completion of a task: only its assignee, only one of the groups that it was given to or a deputy for one of them,
 * only through its form. Then the step's own rule, and the step goes on record.
 */
abstract class TaskGuard implements TaskListener {

    private final StepRecord record;

    TaskGuard(StepRecord record) {
        this.record = record;
    }

    @Override
    public final void notify(DelegateTask task) {
        var sent = record.sent(task);
        var taker = record.taker(task);
        var caseNumber = CaseVariables.caseNumber(task);
        admit(caseNumber, taker, task);
        check(caseNumber, sent, taker.account(), task);
        sent.optionalText("outcome").ifPresent(outcome -> CaseVariables.OUTCOME.set(task.getExecution(), outcome));
        record.write(task, taker, sent);
    }

    /**
     * Whether somebody may take the step at all, whatever they send: asked before a task is given to them, and again when they
     * complete it. Whoever keeps two pieces of work apart does it here, and counts the deputy and the person alike.
     *
     * @throws RefusedInput if not
     */
    void admit(CaseNumber caseNumber, TakenBy taker, DelegateTask task) {}

    /**
     * The step's own rule; what it writes is undone when it or a later step of the transaction refuses.
     *
     * @throws RefusedInput if the step may not be taken like this
     */
    abstract void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task);
}
