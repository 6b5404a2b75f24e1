package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.catalog.Coded;
import org.onewindow.supervision.WarningCard.Handling;
import org.onewindow.supervision.WarningCards;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** The head's answer to an overrun (超期督办) is the explanation of the warning card, too. */
@Component
class OverrunGuard extends TaskGuard {

    private final WarningCards cards;

    OverrunGuard(StepRecord record, WarningCards cards) {
        super(record);
        this.cards = cards;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        var handling = Coded.of(Handling.class, sent.text("outcome"));
        cards.answered(task.getProcessInstanceId(), handling, sent.text("opinion"), actor);
    }
}
