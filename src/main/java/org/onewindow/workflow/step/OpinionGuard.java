package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** Any step that is an outcome and an opinion (承办, 审核): what the form asks for is the whole rule. The first one
 * also confirms that the applicant's originals have come from the window. */
@Component
class OpinionGuard extends TaskGuard {

    private final MaterialCustody custody;

    OpinionGuard(StepRecord record, MaterialCustody custody) {
        super(record);
        this.custody = custody;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        sent.text("opinion");
        if (sent.flag("originalsReceived")) {
            custody.receive(caseNumber, actor);
        }
    }
}
