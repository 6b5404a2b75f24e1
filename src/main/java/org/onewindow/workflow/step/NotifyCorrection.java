package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Acceptance;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 一次性告知补正. */
@Component
class NotifyCorrection implements JavaDelegate {

    private final Acceptance acceptance;

    NotifyCorrection(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptance.notifyCorrection(CaseVariables.caseNumber(execution), Actor.current());
    }
}
