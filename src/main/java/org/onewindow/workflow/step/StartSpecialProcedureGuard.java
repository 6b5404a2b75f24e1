package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.SpecialProcedure;
import org.onewindow.document.DocumentIssue;
import org.onewindow.document.DocumentKind;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** A special procedure (特别程序) that belongs to the item's own way: the step stops the clock until it is over. */
@Component
class StartSpecialProcedureGuard extends TaskGuard {

    private final ClockLedger ledger;
    private final CaseFiles files;
    private final DocumentIssue papers;

    StartSpecialProcedureGuard(StepRecord record, ClockLedger ledger, CaseFiles files, DocumentIssue papers) {
        super(record);
        this.ledger = ledger;
        this.files = files;
        this.papers = papers;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        ledger.startSpecialProcedure(
                caseNumber,
                SpecialProcedure.named(sent.text("procedure")).orElseThrow(),
                papers.nextNumber(DocumentKind.SPECIAL_PROCEDURE, files.require(caseNumber)),
                sent.number("plannedDays"),
                actor);
    }
}
