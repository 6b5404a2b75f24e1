package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 特别程序: its end starts the clock again. */
@Component
class SpecialProcedureGuard extends TaskGuard {

    private final ClockLedger ledger;

    SpecialProcedureGuard(StepRecord record, ClockLedger ledger) {
        super(record);
        this.ledger = ledger;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        ledger.endSpecialProcedure(caseNumber, actor);
    }
}
