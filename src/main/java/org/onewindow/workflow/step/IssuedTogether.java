package org.onewindow.workflow.step;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.StageTasks;
import org.onewindow.workflow.form.Submission;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Several results of one applicant in one go (一并送达): the tasks of the other cases are completed with the same form, each past
 * its own guard, in the same transaction. If one is refused, all are.
 */
@Component
class IssuedTogether {

    private static final String FIELD = "together";

    private final TaskService tasks;
    private final FormService forms;

    IssuedTogether(@Lazy TaskService tasks, @Lazy FormService forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    void issue(Submission sent, String actor) {
        var form = new HashMap<>(sent.values());
        form.remove(FIELD);
        form.remove("originalsReturned"); // of the one case
        sent.choices(FIELD).forEach(caseNumber -> issue(caseNumber, form, actor));
    }

    private void issue(String caseNumber, Map<String, Object> form, String actor) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(StageTasks.ISSUE_RESULT)
                .singleResult();
        if (task == null) {
            throw new RefusedInput(FIELD, "办件" + caseNumber + "已经出件，请刷新页面后重新勾选");
        }
        claim(task, caseNumber, actor);
        try {
            forms.submitTaskForm(task.getId(), form);
        } catch (RuntimeException e) {
            throw RefusedInput.behind(e)
                    .map(refused -> new RefusedInput(FIELD, "一并送达的办件" + caseNumber + "：" + refused.getMessage()))
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    private void claim(Task task, String caseNumber, String actor) {
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), actor);
        } else if (!task.getAssignee().equals(actor)) {
            throw new RefusedInput(FIELD, "办件" + caseNumber + "正由他人出件，请刷新页面后重新勾选");
        }
    }
}
