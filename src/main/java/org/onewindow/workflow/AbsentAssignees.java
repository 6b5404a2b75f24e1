package org.onewindow.workflow;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.RefusedInput;
import org.springframework.stereotype.Component;

/** Looks at whoever gets a task: what would be the task of somebody who is away goes to the deputy. */
@Component
public class AbsentAssignees {

    private final AbsenceCover cover;
    private final Desks desks;

    AbsentAssignees(AbsenceCover cover, Desks desks) {
        this.cover = cover;
        this.desks = desks;
    }

    /** A task opens, perhaps with somebody's name on it. */
    public void open(TaskEntity task) {
        if (task.getAssignee() != null) {
            cover.opened(task);
        }
    }

    /**
     * A task gets another assignee.
     *
     * @throws RefusedInput if somebody claims it who is away
     */
    public void assign(TaskEntity task) {
        var command = Context.getCommandContext();
        var user = command.getAuthentication();
        boolean opens = command.getDbEntityManager().getDbEntityCache().isTransient(task);
        if (!opens && user != null && user.getUserId().equals(task.getAssignee())) {
            cover.absenceOf(task.getAssignee(), task).ifPresent(absence -> {
                throw new RefusedInput("您登记了" + absence.plan().from() + "至"
                        + absence.plan().to() + "外出，任务由顶岗人办理；已经回岗的，请先在“外出与顶岗”撤销登记");
            });
        }
        if (task.getOwner() != null) {
            desks.settle(task);
        }
    }
}
