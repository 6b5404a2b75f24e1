package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Acceptance;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 视为受理: the notice period ran out (行政许可法 art. 32). */
@Component
class DeemCaseAccepted implements JavaDelegate {

    private final Acceptance acceptance;

    DeemCaseAccepted(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptance.deemAccepted(CaseVariables.caseNumber(execution));
        CaseVariables.ACCEPTANCE.set(execution, CaseVariables.ACCEPTED);
    }
}
