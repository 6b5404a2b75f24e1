package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Acceptance;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 登记补正: the applicant handed in what was missing, or takes the application back. */
@Component
class CorrectionGuard extends TaskGuard {

    private final Acceptance acceptance;

    CorrectionGuard(StepRecord record, Acceptance acceptance) {
        super(record);
        this.acceptance = acceptance;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        if (sent.text("outcome").equals("submitted")) {
            acceptance.submitCorrection(caseNumber, actor);
        }
    }
}
