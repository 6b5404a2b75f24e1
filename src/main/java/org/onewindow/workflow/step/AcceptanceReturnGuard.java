package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Acceptance;
import org.onewindow.casefile.AcceptanceReturns;
import org.onewindow.casefile.AcceptanceReturns.Answer;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Coded;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 材料补核: the window puts right what the back office sent back, or explains why the acceptance was right. */
@Component
class AcceptanceReturnGuard extends TaskGuard {

    private final AcceptanceReturns returns;
    private final Acceptance acceptance;

    AcceptanceReturnGuard(StepRecord record, AcceptanceReturns returns, Acceptance acceptance) {
        super(record);
        this.returns = returns;
        this.acceptance = acceptance;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        var answer = Coded.of(Answer.class, sent.text("outcome"));
        if (answer != Answer.UPHELD) {
            acceptance.recheck(caseNumber, MaterialsGuard.checks(sent), answer == Answer.CORRECTED, actor);
        }
        if (!returns.answer(caseNumber, answer, sent.text("opinion"), actor)) {
            throw new RefusedInput("没有等待补核的退回，请刷新页面");
        }
    }
}
