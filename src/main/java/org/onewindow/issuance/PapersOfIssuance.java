package org.onewindow.issuance;

import org.onewindow.casefile.CaseMilestone;
import org.onewindow.casefile.CaseStep;
import org.onewindow.document.DocumentIssue;
import org.onewindow.document.DocumentKind;
import org.onewindow.issuance.MaterialCustody.OriginalsPassedOn;
import org.onewindow.issuance.ResultHandover.ResultReceived;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Which step of the issuing zone issues which paper, at the end of its transaction like every other paper. */
@Component
class PapersOfIssuance {

    private final DocumentIssue issue;

    PapersOfIssuance(DocumentIssue issue) {
        this.issue = issue;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void milestone(CaseMilestone milestone) {
        if (milestone.type() == CaseMilestone.Type.DELIVERED) {
            issue.issue(milestone.caseNumber(), DocumentKind.DELIVERY, milestone.actor());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void received(ResultReceived received) {
        issue.issue(received.caseNumber(), DocumentKind.RESULT_HANDOVER, received.actor());
    }

    /** Materials that come back because time ran out are handed over by nobody. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void passedOn(OriginalsPassedOn passedOn) {
        if (!passedOn.actor().equals(CaseStep.SYSTEM)) {
            issue.issue(passedOn.caseNumber(), DocumentKind.MATERIAL_HANDOVER, passedOn.actor());
        }
    }
}
