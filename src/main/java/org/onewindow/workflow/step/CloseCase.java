package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.issuance.Issuance;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 办结. */
@Component
class CloseCase implements JavaDelegate {

    private final Issuance issuance;

    CloseCase(Issuance issuance) {
        this.issuance = issuance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issuance.close(CaseVariables.caseNumber(execution), Actor.current());
    }
}
