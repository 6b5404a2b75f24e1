package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 人工分办: the dispatcher names the department. */
@Component
class DispatchGuard extends TaskGuard {

    private final Approval approval;

    DispatchGuard(StepRecord record, Approval approval) {
        super(record);
        this.approval = approval;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        var department = sent.text("department");
        approval.dispatch(caseNumber, department);
        CaseVariables.DEPARTMENT.set(task.getExecution(), department);
    }
}
