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

/** 超期: a deadline passed; it goes on record and the open tasks move to the top. */
@Component
class RecordOverrun implements JavaDelegate {

    static final int OVERRUN_PRIORITY = 90;

    private final TaskService tasks;
    private final Approval approval;

    RecordOverrun(@Lazy TaskService tasks, Approval approval) {
        this.tasks = tasks;
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approval.step(
                CaseVariables.caseNumber(execution),
                execution.getCurrentActivityId(),
                execution.getCurrentActivityName(),
                CaseStep.SYSTEM,
                "已超过时限",
                Optional.empty());
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), OVERRUN_PRIORITY));
    }
}
