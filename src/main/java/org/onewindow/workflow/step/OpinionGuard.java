package org.onewindow.workflow.step;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.TakenBy;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** Any step that is an outcome and an opinion (承办, 审核): what the form asks for is the whole rule. The first one
 * also confirms that the applicant's originals have come from the window. */
@Component
class OpinionGuard extends TaskGuard {

    private final MaterialCustody custody;
    private final Approval approval;
    private final Organization organization;

    OpinionGuard(StepRecord record, MaterialCustody custody, Approval approval, Organization organization) {
        super(record);
        this.custody = custody;
        this.approval = approval;
        this.organization = organization;
    }

    @Override
    void admit(CaseNumber caseNumber, TakenBy taker, DelegateTask task) {
        var posts = task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        if (organization.departments().stream().map(Department::reviewers).anyMatch(posts::contains)) {
            approval.checkReviewer(caseNumber, taker, task.getTaskDefinitionKey());
        }
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        sent.text("opinion");
        if (sent.flag("originalsReceived")) {
            custody.receive(caseNumber, actor);
        }
    }
}
