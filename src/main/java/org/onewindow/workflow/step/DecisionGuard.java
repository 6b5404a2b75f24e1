package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.TakenBy;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.DecisionSteps;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 决定: the decider took no other step of the back office. */
@Component
class DecisionGuard extends TaskGuard {

    private final Approval approval;

    DecisionGuard(StepRecord record, Approval approval) {
        super(record);
        this.approval = approval;
    }

    @Override
    void admit(CaseNumber caseNumber, TakenBy taker, DelegateTask task) {
        approval.checkDecider(caseNumber, taker, DecisionSteps.besides(task.getBpmnModelElementInstance()));
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        var outcome = sent.text("outcome");
        if (!outcome.equals("return")) {
            CaseVariables.DECISION.set(task.getExecution(), outcome);
        }
    }
}
