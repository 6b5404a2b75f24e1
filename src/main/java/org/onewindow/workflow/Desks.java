package org.onewindow.workflow;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.ReadOnce;
import org.onewindow.organization.Absence;
import org.onewindow.workflow.TaskMove.Kind;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts tasks on people's desks, and writes down why. A task that a deputy has is owned by the person who is away. */
@Component
class Desks {

    private final TaskMoves moves;
    private final JdbcClient jdbc;
    private final ReadOnce once;
    private final ProcessEngine engine;
    private final IdentityService identity;
    private final Clock clock;

    Desks(
            TaskMoves moves,
            JdbcClient jdbc,
            ReadOnce once,
            @Lazy ProcessEngine engine,
            @Lazy IdentityService identity,
            Clock clock) {
        this.moves = moves;
        this.jdbc = jdbc;
        this.once = once;
        this.engine = engine;
        this.identity = identity;
        this.clock = clock;
    }

    /** @param to empty to give it back to its group */
    record Order(Kind kind, Optional<String> to, String by, Optional<Long> absence, Optional<String> reason) {

        static Order reassign(String to, String by, String reason) {
            return new Order(Kind.REASSIGNED, Optional.of(to), by, Optional.empty(), Optional.of(reason));
        }

        static Order cover(Absence absence) {
            return byAbsence(Kind.COVERED, Optional.of(absence.plan().deputy()), absence);
        }

        static Order giveBack(Optional<String> to, Absence absence) {
            return byAbsence(Kind.RETURNED, to, absence);
        }

        private static Order byAbsence(Kind kind, Optional<String> to, Absence absence) {
            return new Order(kind, to, CaseStep.SYSTEM, Optional.of(absence.id()), Optional.empty());
        }
    }

    /**
     * Does something about an open task, which waits for whoever else is about to move it.
     *
     * @return empty if the task is done, or no longer its expected assignee's
     */
    <T> Optional<T> with(String task, Optional<String> assignee, Function<TaskEntity, T> action) {
        boolean isThere = jdbc.sql(
                        "select 1 from act_ru_task where id_ = ? and (cast(? as text) is null or assignee_ = ?) for update")
                .params(task, assignee.orElse(null), assignee.orElse(null))
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!isThere) {
            return Optional.empty();
        }
        identity.clearAuthentication();
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            var open = context.getTaskManager().findTaskById(task);
            once.forgetRead(CaseVariables.caseNumber(open));
            return Optional.of(action.apply(open));
        });
    }

    /** Moves a task that has been open. */
    void move(TaskEntity task, Order order) {
        place(task, order);
        task.triggerUpdateEvent();
    }

    /** Moves a task that opens just now: the engine itself tells everybody of its assignee. */
    void place(TaskEntity task, Order order) {
        var from = Optional.ofNullable(task.getAssignee());
        moves.add(new TaskMove(
                task.getId(),
                task.getName(),
                CaseVariables.caseNumber(task),
                order.kind(),
                from,
                order.to(),
                order.by(),
                order.absence(),
                order.reason(),
                clock.instant()));
        task.setAssignee(order.to().orElse(null));
        task.setOwner(order.kind() == Kind.COVERED ? from.orElseThrow() : null);
    }

    /** Whoever claims a task that a deputy gave up has it as their own. */
    void settle(TaskEntity task) {
        boolean isTheDeputys = moves.last(task.getId())
                .filter(move ->
                        move.kind() == Kind.COVERED && move.to().equals(Optional.ofNullable(task.getAssignee())))
                .isPresent();
        if (!isTheDeputys) {
            task.setOwner(null);
        }
    }
}
