package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseFile.Decision;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 登记决定: writes the decision and draws the result's number. */
@Component
class RecordDecision implements JavaDelegate {

    private final Approval approval;

    RecordDecision(Approval approval) {
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var decision = CaseVariables.DECISION.get(execution).equals("grant") ? Decision.GRANT : Decision.DENY;
        approval.decide(CaseVariables.caseNumber(execution), decision, Actor.current());
    }
}
