package org.onewindow.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.supervision.WarningCard;
import org.onewindow.supervision.WarningCard.Handling;
import org.onewindow.supervision.WarningCards;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A head explains a warning card on its page. Where 超期督办 waits for the same answer, its form is what is sent, so that nobody is
 * asked twice; its guard writes the explanation.
 */
@Service
public class OverrunAnswers {

    private final WarningCards cards;
    private final IdentityService identity;
    private final TaskService tasks;
    private final FormService forms;

    OverrunAnswers(WarningCards cards, IdentityService identity, TaskService tasks, FormService forms) {
        this.cards = cards;
        this.identity = identity;
        this.tasks = tasks;
        this.forms = forms;
    }

    /**
     * Explains a card.
     *
     * @param head of the card's department
     * @throws RefusedInput if nothing is to be explained now, or not by this head
     */
    @Transactional
    public void explain(WarningCard card, Optional<Handling> handling, String text, Account head) {
        var task = card.measure().filter(asked -> handling.isPresent()).flatMap(this::openTask);
        if (task.isPresent()) {
            submit(task.get(), Map.of("outcome", handling.orElseThrow().code(), "opinion", text.strip()), head);
        } else {
            cards.explain(card.id(), handling, text, head.id());
        }
    }

    private Optional<Task> openTask(String measure) {
        identity.clearAuthentication();
        return Optional.ofNullable(
                tasks.createTaskQuery().processInstanceId(measure).singleResult());
    }

    private void submit(Task task, Map<String, Object> form, Account head) {
        if (task.getAssignee() != null && !task.getAssignee().equals(head.id())) {
            throw new RefusedInput("这件的“超期督办”已由其他负责人认领，请由其说明，或者请其取消认领");
        }
        try {
            identity.setAuthentication(head.id(), List.copyOf(head.groups()));
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), head.id());
            }
            forms.submitTaskForm(task.getId(), form);
        } catch (OptimisticLockingException overtaken) {
            throw new RefusedInput("这件的“超期督办”刚刚由其他负责人办理，请刷新页面");
        } catch (ProcessEngineException e) {
            throw RefusedInput.behind(e)
                    .<RuntimeException>map(refused -> refused)
                    .orElse(e);
        } finally {
            identity.clearAuthentication();
        }
    }
}
