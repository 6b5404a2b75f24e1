package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Acceptance;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 受理. */
@Component
class AcceptCase implements JavaDelegate {

    private final Acceptance acceptance;

    AcceptCase(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptance.accept(CaseVariables.caseNumber(execution), Actor.current());
        CaseVariables.ACCEPTANCE.set(execution, CaseVariables.ACCEPTED);
    }
}
