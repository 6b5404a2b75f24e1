package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.SpecialProcedure;
import org.onewindow.workflow.form.Submission;
import org.onewindow.workflow.form.Submissions;
import org.springframework.stereotype.Component;

/** A special procedure (特别程序) that belongs to the item's own way: the step stops the clock until it is over. */
@Component
class StartSpecialProcedureGuard extends TaskGuard {

    private final ClockLedger ledger;

    StartSpecialProcedureGuard(Submissions submissions, Approval approval, ClockLedger ledger) {
        super(submissions, approval);
        this.ledger = ledger;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        ledger.startSpecialProcedure(
                caseNumber,
                SpecialProcedure.named(sent.text("procedure")).orElseThrow(),
                sent.text("notice"),
                sent.number("plannedDays"),
                actor);
    }
}
