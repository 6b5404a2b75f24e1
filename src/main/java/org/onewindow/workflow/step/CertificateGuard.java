package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 制证: the form asks for the confirmation that the certificate says what was decided. */
@Component
class CertificateGuard extends TaskGuard {

    CertificateGuard(StepRecord record) {
        super(record);
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        if (!sent.flag("certificateChecked")) {
            throw new IllegalStateException("the form does not ask for the confirmation");
        }
    }
}
