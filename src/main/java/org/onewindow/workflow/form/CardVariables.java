package org.onewindow.workflow.form;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.onewindow.workflow.CaseVariables;

/**
 * Copies what a card of the task list shows to the task itself. A variable of the task may be read by whoever may read the
 * task; reading one of the instance would take a permission to read all instances of the model, other windows' among them.
 */
class CardVariables implements TaskListener {

    private static final List<CaseVariables> SHOWN =
            List.of(CaseVariables.CASE_NUMBER, CaseVariables.ITEM_NAME, CaseVariables.APPLICANT);

    @Override
    public void notify(DelegateTask task) {
        SHOWN.forEach(variable -> task.setVariableLocal(variable.key(), variable.get(task)));
    }
}
