package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 窗口办理: the clerk decides, on the strength of a letter of scope 直办 that is in force today. */
@Component
class WindowDecisionGuard extends TaskGuard {

    private final Dispatching dispatching;

    WindowDecisionGuard(StepRecord record, Dispatching dispatching) {
        super(record);
        this.dispatching = dispatching;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        var outcome = sent.text("outcome");
        if (outcome.equals("transfer")) {
            return;
        }
        if (!dispatching.windowMayDecide(caseNumber)) {
            throw new RefusedInput("部门的直办授权今天不在有效期内，窗口不能作出决定，请选择“转部门办理”");
        }
        CaseVariables.DECISION.set(task.getExecution(), outcome);
    }
}
