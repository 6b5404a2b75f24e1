package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.TakenBy;
import org.onewindow.deadline.Extensions;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 延期审批 by the organ's head (行政许可法 art. 42). */
@Component
class ExtensionGuard extends TaskGuard {

    private final Extensions extensions;

    ExtensionGuard(StepRecord record, Extensions extensions) {
        super(record);
        this.extensions = extensions;
    }

    @Override
    void admit(CaseNumber caseNumber, TakenBy taker, DelegateTask task) {
        extensions.checkHead(caseNumber, taker);
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        if (sent.text("outcome").equals("approve")) {
            extensions.approve(caseNumber, actor);
        } else {
            extensions.reject(caseNumber, actor);
        }
    }
}
