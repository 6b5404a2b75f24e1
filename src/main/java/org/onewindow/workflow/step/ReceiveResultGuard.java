package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.issuance.ResultHandover;
import org.onewindow.workflow.HandingDepartment;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 接收证件: the issuing zone counts what the department hands over. */
@Component
class ReceiveResultGuard extends TaskGuard {

    private final ResultHandover handover;
    private final HandingDepartment department;

    ReceiveResultGuard(StepRecord record, ResultHandover handover, HandingDepartment department) {
        super(record);
        this.handover = handover;
        this.department = department;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        handover.receive(
                caseNumber,
                department.of(caseNumber).id(),
                sent.rows("papers").stream().map(row -> row.flag("received")).toList(),
                sent.text("outcome").equals("receive"),
                actor);
    }
}
