package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.issuance.ResultHandover;
import org.onewindow.workflow.HandingDepartment;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 补交证件: the department hands over what the issuing zone found missing. */
@Component
class HandOverMissingGuard extends TaskGuard {

    private final ResultHandover handover;
    private final HandingDepartment department;

    HandOverMissingGuard(StepRecord record, ResultHandover handover, HandingDepartment department) {
        super(record);
        this.handover = handover;
        this.department = department;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        if (!sent.flag("handedOver")) {
            throw new IllegalStateException("the form does not ask for the confirmation");
        }
        handover.handOverMissing(caseNumber, department.of(caseNumber).id(), actor);
    }
}
