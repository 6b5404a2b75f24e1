package org.onewindow.workflow.step;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseStep;
import org.onewindow.workflow.CaseVariables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a deadline that nears or passes does: it goes on record, and the open tasks move up. */
@Component
class Alarm {

    private final TaskService tasks;
    private final Approval approval;

    Alarm(@Lazy TaskService tasks, Approval approval) {
        this.tasks = tasks;
        this.approval = approval;
    }

    /** @param priority of the instance's open tasks from now on; 50 is the usual one */
    void raise(DelegateExecution execution, String what, int priority) {
        approval.step(
                CaseVariables.caseNumber(execution),
                execution.getCurrentActivityId(),
                execution.getCurrentActivityName(),
                CaseStep.SYSTEM,
                what,
                Optional.empty());
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), priority));
    }
}
