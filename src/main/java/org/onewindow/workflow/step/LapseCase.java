package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Acceptance;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 逾期未补正: treated as withdrawn. */
@Component
class LapseCase implements JavaDelegate {

    private final Acceptance acceptance;

    LapseCase(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptance.lapse(CaseVariables.caseNumber(execution));
        CaseVariables.ACCEPTANCE.set(execution, "lapsed");
    }
}
