package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.TakenBy;
import org.onewindow.deadline.Extensions;
import org.onewindow.workflow.clock.Measures;
import org.onewindow.workflow.form.Measure;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 延期: waits for the organ's head (行政许可法 art. 42). */
@Component
class ExtensionMeasure implements Measure {

    private final Extensions extensions;

    ExtensionMeasure(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String process() {
        return Measures.EXTENSION;
    }

    @Override
    public void check(CaseFile file, TaskEntity inHand, Authentication approver) {
        extensions.checkPossible(file.caseNumber());
    }

    @Override
    public Started start(DelegateExecution instance, CaseFile file, Submission sent, TakenBy approver) {
        int days = sent.number("days");
        extensions.request(file.caseNumber(), days, sent.text("reason"), approver);
        return new Started("申请延长" + days + "日", sent.optionalText("reason"));
    }
}
