package org.onewindow.workflow;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.stereotype.Service;

/** Claims tasks (认领): several at once, each for itself, so that one that somebody else was faster with keeps none of the others. */
@Service
public class TaskClaims {

    private final TaskService tasks;
    private final IdentityService identity;

    TaskClaims(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /** @param refused why it was not claimed, in words; empty if it was */
    public record Claim(String task, Optional<String> refused) {}

    public List<Claim> claim(List<String> chosen, Account account) {
        try {
            identity.setAuthentication(account.id(), List.copyOf(account.groups()));
            return chosen.stream()
                    .map(task -> new Claim(task, claim(task, account.id())))
                    .toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    private Optional<String> claim(String task, String account) {
        try {
            tasks.claim(task, account);
            return Optional.empty();
        } catch (TaskAlreadyClaimedException | OptimisticLockingException taken) {
            return Optional.of("已由他人认领");
        } catch (NullValueException done) {
            return Optional.of("已经办理");
        } catch (AuthorizationException foreign) {
            return Optional.of("不在您的岗位范围内");
        } catch (ProcessEngineException e) {
            return Optional.of(RefusedInput.behind(e).orElseThrow(() -> e).getMessage());
        }
    }
}
