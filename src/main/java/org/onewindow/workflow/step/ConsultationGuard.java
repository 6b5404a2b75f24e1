package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.Consultations;
import org.onewindow.casefile.Consultations.Outcome;
import org.onewindow.catalog.Coded;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 会办意见: the opinion of the department that was asked. */
@Component
class ConsultationGuard extends TaskGuard {

    private final Consultations consultations;

    ConsultationGuard(StepRecord record, Consultations consultations) {
        super(record);
        this.consultations = consultations;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        consultations.end(
                Long.parseLong(CaseVariables.CONSULTATION.get(task)),
                Coded.of(Outcome.class, sent.text("outcome")),
                sent.text("opinion"),
                actor);
    }
}
