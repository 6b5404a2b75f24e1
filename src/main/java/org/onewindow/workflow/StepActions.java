package org.onewindow.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.form.StepForms;
import org.onewindow.workflow.form.StepForms.Ask;
import org.onewindow.workflow.form.StepForms.StepForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What else than its form can be done at a step that somebody has claimed (环节操作): 退回综窗, 会办, 特别程序, 延期. */
@Service
public class StepActions {

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final StaffTasks staffTasks;
    private final IdentityService identity;
    private final StepForms forms;

    StepActions(JdbcClient jdbc, TaskService tasks, StaffTasks staffTasks, IdentityService identity, StepForms forms) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.staffTasks = staffTasks;
        this.identity = identity;
        this.forms = forms;
    }

    /**
     * Something that can be done, or why it cannot.
     *
     * @param id the key of its process
     * @param refusal why not now; empty if it can be
     */
    public record Action(String id, String name, String explanation, List<Field> fields, Optional<String> refusal) {
        private static Action of(StepForm form) {
            return new Action(
                    form.process(),
                    form.name(),
                    form.explanation(),
                    form.asks().stream().map(Field::of).toList(),
                    form.refusal());
        }
    }

    /** @param options labels by value; empty for a field that has none */
    public record Field(
            String key,
            String type,
            String label,
            int longest,
            Optional<Integer> min,
            Optional<Integer> max,
            List<Option> options) {
        private static Field of(Ask ask) {
            var options = ask.options().stream()
                    .map(option -> new Option(option.value(), option.label()))
                    .toList();
            return new Field(ask.key(), ask.type(), ask.label(), ask.longest(), ask.min(), ask.max(), options);
        }
    }

    public record Option(String value, String label) {}

    /**
     * A step of a case's own way.
     *
     * @param isClaimed whether the account has it in hand, or may claim it
     */
    public record Step(String task, boolean isClaimed) {}

    /** The account's step of a case: the one in hand, or else one that it may claim. */
    @Transactional(readOnly = true)
    public Optional<Step> step(CaseNumber caseNumber, Account account) {
        return jdbc.sql("""
                        select t.id_, t.assignee_ is not null as claimed
                        from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                            join act_re_procdef d on d.id_ = t.proc_def_id_
                        where e.business_key_ = :case and d.key_ like 'item\\_%%' and (t.assignee_ = :account
                            or t.assignee_ is null and %s)
                        order by t.assignee_ nulls last, t.create_time_ limit 1""".formatted(StaffTasks.OWN))
                .param("case", caseNumber.value())
                .param("account", account.id())
                .param("groups", account.groups().toArray(String[]::new))
                .query((row, n) -> new Step(row.getString("id_"), row.getBoolean("claimed")))
                .optional();
    }

    /** The case of a step that somebody has claimed; empty for a step that is not the account's. */
    public Optional<CaseNumber> caseInHand(String task, Account account) {
        identity.clearAuthentication();
        var own =
                tasks.createTaskQuery().taskId(task).taskAssignee(account.id()).singleResult();
        return Optional.ofNullable(own).flatMap(found -> staffTasks.caseOf(found.getId()));
    }

    /** What can be done at a step in hand, and what cannot, with the reason; nothing at a step of another than the back office. */
    public List<Action> of(String task, Account account) {
        identity.clearAuthentication();
        return forms.of(task, account.id(), List.copyOf(account.groups())).stream()
                .map(Action::of)
                .toList();
    }

    /**
     * Does it.
     *
     * @param sent by field
     * @throws RefusedInput with everything that is wrong
     */
    public void start(String action, CaseNumber caseNumber, Map<String, String> sent, Account account) {
        try {
            identity.setAuthentication(account.id(), List.copyOf(account.groups()));
            forms.start(action, caseNumber, sent);
        } catch (AuthorizationException foreign) {
            throw new RefusedInput("您的岗位没有这项操作");
        } catch (ProcessEngineException e) {
            throw RefusedInput.behind(e)
                    .<RuntimeException>map(refused -> refused)
                    .orElse(e);
        } finally {
            identity.clearAuthentication();
        }
    }
}
