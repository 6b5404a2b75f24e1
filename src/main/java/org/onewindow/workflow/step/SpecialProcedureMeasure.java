package org.onewindow.workflow.step;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.SpecialProcedure;
import org.onewindow.document.DocumentIssue;
import org.onewindow.document.DocumentKind;
import org.onewindow.workflow.clock.Measures;
import org.onewindow.workflow.form.Measure;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 特别程序: the clock stands still from tomorrow (行政许可法 art. 45). */
@Component
class SpecialProcedureMeasure implements Measure {

    private final ClockLedger ledger;
    private final DocumentIssue papers;

    SpecialProcedureMeasure(ClockLedger ledger, DocumentIssue papers) {
        this.ledger = ledger;
        this.papers = papers;
    }

    @Override
    public String process() {
        return Measures.SPECIAL_PROCEDURE;
    }

    @Override
    public void check(CaseFile file, TaskEntity inHand, Authentication approver) {
        ledger.today(file.caseNumber()).runningPause().ifPresent(pause -> {
            throw new RefusedInput("特别程序（" + pause.procedure().label() + "）正在进行，结束后才能启动另一个");
        });
    }

    @Override
    public Started start(DelegateExecution instance, CaseFile file, Submission sent, TakenBy approver) {
        var procedure = SpecialProcedure.named(sent.text("procedure")).orElseThrow();
        int days = sent.number("plannedDays");
        var notice = papers.nextNumber(DocumentKind.SPECIAL_PROCEDURE, file);
        ledger.startSpecialProcedure(file.caseNumber(), procedure, notice, days, approver.account());
        return new Started(procedure.label() + "，预计" + days + "个工作日", Optional.empty());
    }
}
