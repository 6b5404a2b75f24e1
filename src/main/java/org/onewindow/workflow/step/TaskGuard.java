package org.onewindow.workflow.step;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.Submission;
import org.onewindow.workflow.form.Submissions;

/**
 * Guards the completion of a task: only its assignee, only one of the groups that it was given to, only through its form.
 * Then the step's own rule, and the step goes on record.
 */
abstract class TaskGuard implements TaskListener {

    private final Submissions submissions;
    private final Approval approval;

    TaskGuard(Submissions submissions, Approval approval) {
        this.submissions = submissions;
        this.approval = approval;
    }

    @Override
    public final void notify(DelegateTask task) {
        var sent = submissions.take(task.getId());
        var actor = actorOf(task);
        var caseNumber = CaseVariables.caseNumber(task);
        check(caseNumber, sent, actor, task);
        sent.optionalText("outcome").ifPresent(outcome -> CaseVariables.OUTCOME.set(task.getExecution(), outcome));
        approval.step(
                caseNumber,
                task.getTaskDefinitionKey(),
                task.getName(),
                actor,
                sent.label("outcome"),
                sent.optionalText("opinion").or(() -> sent.optionalText("reason")));
    }

    /**
     * The step's own rule; what it writes is undone when it or a later step of the transaction refuses.
     *
     * @throws RefusedInput if the step may not be taken like this
     */
    abstract void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task);

    private static String actorOf(DelegateTask task) {
        var user = Context.getCommandContext().getAuthentication();
        if (user == null || !user.getUserId().equals(task.getAssignee())) {
            throw new RefusedInput("请先认领任务再办理；任务可能已由他人认领，请刷新列表");
        }
        Set<String> groups =
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        if (user.getGroupIds().stream().noneMatch(groups::contains)) {
            throw new RefusedInput("您不在本环节的办理岗位上，不能办理此任务");
        }
        return user.getUserId();
    }
}
