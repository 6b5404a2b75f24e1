package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.issuance.Delivery;
import org.onewindow.issuance.Issuance;
import org.onewindow.workflow.form.Submission;
import org.onewindow.workflow.form.Submissions;
import org.springframework.stereotype.Component;

/** 出件: to whoever has the code or is the person on file. */
@Component
class IssuanceGuard extends TaskGuard {

    private final Issuance issuance;

    IssuanceGuard(Submissions submissions, Approval approval, Issuance issuance) {
        super(submissions, approval);
        this.issuance = issuance;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        issuance.deliver(
                caseNumber,
                new Delivery(
                        sent.text("manner"),
                        sent.optionalText("pickupCode"),
                        sent.optionalText("identityNumber"),
                        sent.text("recipientName"),
                        actor));
    }
}
