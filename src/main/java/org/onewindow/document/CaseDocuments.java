package org.onewindow.document;

import static org.onewindow.document.DocumentKind.ACCEPTANCE;
import static org.onewindow.document.DocumentKind.CORRECTION;
import static org.onewindow.document.DocumentKind.DENIAL;
import static org.onewindow.document.DocumentKind.EXTENSION;
import static org.onewindow.document.DocumentKind.GRANT;
import static org.onewindow.document.DocumentKind.NOT_COMPETENT;
import static org.onewindow.document.DocumentKind.NOT_NEEDED;
import static org.onewindow.document.DocumentKind.RECEIPT;
import static org.onewindow.document.DocumentKind.RESULT;
import static org.onewindow.document.DocumentKind.SPECIAL_PROCEDURE;

import java.util.List;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFile.Decision;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMilestone;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.MaterialsChecked;
import org.onewindow.catalog.ItemType;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockMoved;
import org.onewindow.organization.AuthorizationScope;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which step issues which papers. At the end of the step's transaction, when everything that it writes is written: a paper that
 * cannot be issued undoes the step.
 */
@Component
class CaseDocuments {

    private final CaseFiles files;
    private final Documents documents;
    private final DocumentIssue issue;
    private final Organization organization;

    CaseDocuments(CaseFiles files, Documents documents, DocumentIssue issue, Organization organization) {
        this.files = files;
        this.documents = documents;
        this.issue = issue;
        this.organization = organization;
    }

    /** The receipt says what came in, so it follows the first count, whoever counts. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void materialsChecked(MaterialsChecked checked) {
        if (documents.current(checked.caseNumber(), RECEIPT).isEmpty()) {
            issue.issue(checked.caseNumber(), RECEIPT, checked.actor());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void milestone(CaseMilestone milestone) {
        switch (milestone.type()) {
            case CORRECTION_SUBMITTED, DELIVERED, WITHDRAWN -> {
                // nothing that this module hands out
            }
            default -> {
                var file = files.require(milestone.caseNumber());
                kinds(milestone, file).forEach(kind -> issue.issue(file, kind, milestone.actor()));
            }
        }
    }

    private List<DocumentKind> kinds(CaseMilestone milestone, CaseFile file) {
        return switch (milestone.type()) {
            case RECEIVED -> isCountedHere(file) ? List.of() : List.of(RECEIPT);
            case ACCEPTED, DEEMED_ACCEPTED -> List.of(ACCEPTANCE);
            case CORRECTION_NOTIFIED -> List.of(CORRECTION);
            case NOT_ACCEPTED -> List.of(file.state() == CaseState.DECLINED ? NOT_NEEDED : NOT_COMPETENT);
            case DECIDED -> decided(file, milestone.item());
            default -> List.of();
        };
    }

    /** Where the window may not accept, the department counts, days later; the applicant leaves with the slip today. */
    private boolean isCountedHere(CaseFile file) {
        return organization
                .letter(file.window(), file.itemCode(), file.receivedOn(), AuthorizationScope.ACCEPT)
                .isPresent();
    }

    /** A permit is granted by a decision of its own beside the certificate; elsewhere the result is the decision. */
    private static List<DocumentKind> decided(CaseFile file, ServiceItem item) {
        if (file.decision().orElseThrow() == Decision.DENY) {
            return List.of(DENIAL);
        }
        return item.type() == ItemType.LICENCE ? List.of(GRANT, RESULT) : List.of(RESULT);
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void clockMoved(ClockMoved moved) {
        moved.entry().ifPresent(entry -> {
            if (entry == ClockEvent.Type.SPECIAL_PROCEDURE_STARTED) {
                issue.issue(moved.caseNumber(), SPECIAL_PROCEDURE, moved.actor());
            } else if (entry == ClockEvent.Type.EXTENDED) {
                issue.issue(moved.caseNumber(), EXTENSION, moved.actor());
            }
        });
    }
}
