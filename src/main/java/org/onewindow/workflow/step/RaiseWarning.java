package org.onewindow.workflow.step;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseStep;
import org.onewindow.workflow.CaseVariables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 预警: the promised time is nearly used up; the open tasks move up. */
@Component
class RaiseWarning implements JavaDelegate {

    static final int WARNING_PRIORITY = 70;

    private final TaskService tasks;
    private final Approval approval;

    RaiseWarning(@Lazy TaskService tasks, Approval approval) {
        this.tasks = tasks;
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approval.step(
                CaseVariables.caseNumber(execution),
                "task_raiseWarning",
                "预警",
                CaseStep.SYSTEM,
                "承诺时限将至",
                Optional.empty());
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), WARNING_PRIORITY));
    }
}
