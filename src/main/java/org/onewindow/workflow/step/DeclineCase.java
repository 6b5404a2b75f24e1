package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Acceptance;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 不受理: no licence is needed. */
@Component
class DeclineCase implements JavaDelegate {

    private final Acceptance acceptance;

    DeclineCase(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptance.decline(CaseVariables.caseNumber(execution), Actor.current());
        CaseVariables.ACCEPTANCE.set(execution, "declined");
    }
}
