package org.onewindow.workflow.step;

import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.FormGuards;
import org.springframework.stereotype.Component;

/** Whether somebody could complete a task, asked of the task's own guard before it is given to them. */
@Component
public class StepAdmission {

    private final StepRecord record;
    private final FormGuards guards;

    StepAdmission(StepRecord record, FormGuards guards) {
        this.record = record;
        this.guards = guards;
    }

    /**
     * @param groups of the account
     * @return why not, in words; empty if the person could
     */
    public Optional<String> objection(TaskEntity task, TakenBy taker, Collection<String> groups) {
        try {
            record.checkPost(task, taker, groups);
            if (guards.of(task) instanceof TaskGuard guard) {
                guard.admit(CaseVariables.caseNumber((DelegateTask) task), taker, task);
            }
            return Optional.empty();
        } catch (RefusedInput refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
