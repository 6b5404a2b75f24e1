package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Acceptance;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 不予受理: another organ is competent. */
@Component
class RefuseCase implements JavaDelegate {

    private final Acceptance acceptance;

    RefuseCase(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var organ = CaseVariables.COMPETENT_ORGAN.get(execution);
        acceptance.refuse(CaseVariables.caseNumber(execution), organ, Actor.current());
        CaseVariables.ACCEPTANCE.set(execution, "refused");
    }
}
