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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether somebody could complete a task, asked of the task's own guard before it is given to them. */
@Component
public class StepAdmission {

    private final StepRecord record;
    private final FormGuards guards;
    private final TransactionTemplate question;

    StepAdmission(StepRecord record, FormGuards guards, PlatformTransactionManager transactions) {
        this.record = record;
        this.guards = guards;
        this.question = new TransactionTemplate(transactions);
        // A refusal is an answer here, and must not undo what the asker has done so far.
        question.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * @param groups of the account
     * @return why not, in words; empty if the person could
     */
    public Optional<String> objection(TaskEntity task, TakenBy taker, Collection<String> groups) {
        try {
            question.executeWithoutResult(asked -> admit(task, taker, groups));
            return Optional.empty();
        } catch (RefusedInput refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private void admit(TaskEntity task, TakenBy taker, Collection<String> groups) {
        record.checkPost(task, taker, groups);
        if (guards.of(task) instanceof TaskGuard guard) {
            guard.admit(CaseVariables.caseNumber((DelegateTask) task), taker, task);
        }
    }
}
