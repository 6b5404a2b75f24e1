package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.form.Submission;
import org.onewindow.workflow.form.Submissions;
import org.springframework.stereotype.Component;

/** Any step that is an outcome and an opinion (承办, 审核): what the form asks for is the whole rule. */
@Component
class OpinionGuard extends TaskGuard {

    OpinionGuard(Submissions submissions, Approval approval) {
        super(submissions, approval);
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        sent.text("opinion");
    }
}
