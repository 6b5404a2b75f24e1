package org.onewindow.workflow.step;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 现场审核 by at least two. */
@Component
class OnSiteCheckGuard extends TaskGuard {

    private final Approval approval;

    OnSiteCheckGuard(StepRecord record, Approval approval) {
        super(record);
        this.approval = approval;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        approval.checkOnSite(
                caseNumber,
                List.of(sent.text("inspectorOne"), sent.text("inspectorTwo")),
                LocalDate.parse(sent.text("checkedOn")),
                sent.text("outcome").equals("conform"),
                sent.text("opinion"));
    }
}
