package org.onewindow.workflow.step;

import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.TaskMoves;
import org.onewindow.workflow.clock.Measures;
import org.onewindow.workflow.form.Submission;
import org.onewindow.workflow.form.Submissions;
import org.springframework.stereotype.Component;

/** What every step of a person has: what was sent, who takes it, and the line in the case file. */
@Component
class StepRecord {

    private final Submissions submissions;
    private final Approval approval;
    private final TaskMoves moves;

    StepRecord(Submissions submissions, Approval approval, TaskMoves moves) {
        this.submissions = submissions;
        this.approval = approval;
        this.moves = moves;
    }

    Submission sent(DelegateTask task) {
        return submissions.take(task.getId());
    }

    /**
     * Who completes a task.
     *
     * @throws RefusedInput if it is not theirs, or not their post's
     */
    TakenBy taker(DelegateTask task) {
        var user = Context.getCommandContext().getAuthentication();
        if (user == null || !user.getUserId().equals(task.getAssignee())) {
            throw new RefusedInput("请先认领任务再办理；任务可能已由他人认领，请刷新列表");
        }
        var taker = new TakenBy(user.getUserId(), Optional.ofNullable(task.getOwner()));
        moves.requireCover(task.getId(), taker);
        if (taker.onBehalfOf().isPresent()
                && !isOwnPost(task, user.getGroupIds())
                && !moves.isLent(task.getId(), taker.account())) {
            throw new RefusedInput("您不在本环节的办理岗位上，不能继续顶岗，请本部门负责人改派");
        }
        checkPost(task, taker, user.getGroupIds());
        return taker;
    }

    /** @throws RefusedInput if the step is neither of the account's own post nor one that it may take for somebody else */
    void checkPost(DelegateTask task, TakenBy taker, Collection<String> groups) {
        if (isOwnPost(task, groups)) {
            return;
        }
        if (taker.onBehalfOf().isEmpty()) {
            throw new RefusedInput("您不在本环节的办理岗位上，不能办理此任务");
        }
        approval.checkDeputy(CaseVariables.caseNumber(task), taker.account(), task.getTaskDefinitionKey());
    }

    private static boolean isOwnPost(DelegateTask task, Collection<String> groups) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(groups::contains);
    }

    void write(DelegateTask task, TakenBy taker, Submission sent) {
        var caseNumber = CaseVariables.caseNumber(task);
        var outcome = sent.label("outcome");
        var opinion = sent.optionalText("opinion").or(() -> sent.optionalText("reason"));
        if (Measures.isOnTheWay((TaskEntity) task)) {
            approval.stepOnTheWay(caseNumber, task.getTaskDefinitionKey(), task.getName(), taker, outcome, opinion);
        } else {
            approval.step(caseNumber, task.getTaskDefinitionKey(), task.getName(), taker, outcome, opinion);
        }
    }
}
