package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A list that a clerk looks at costs no transaction, and is part of one where there is one. */
@HallTest
class LoneQueriesTest {

    @Autowired
    private Hall hall;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TransactionTemplate transaction;

    private String task;

    @BeforeEach
    void receiveACase() {
        hall.openOn(Hall.MONDAY);
        task = new PermitWay(hall).received().task().getId();
    }

    @Test
    void aListByItselfOpensNoTransaction() {
        assertThat(Statements.transactionsOf(
                        () -> tasks.createTaskQuery().taskId(task).list()))
                .isEmpty();
        assertThat(Statements.transactionsOf(() -> tasks.setPriority(task, 1))).hasSize(1);
    }

    @Test
    void aListWithinATransactionSeesWhatItHasWritten() {
        transaction.executeWithoutResult(status -> {
            tasks.setPriority(task, 77);
            assertThat(tasks.createTaskQuery().taskId(task).taskPriority(77).count())
                    .isOne();
            status.setRollbackOnly();
        });
        assertThat(tasks.createTaskQuery().taskId(task).taskPriority(77).count())
                .isZero();
    }

    /** Whatever went wrong with it: the thread answers other people's requests afterwards. */
    @Test
    void aListThatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> tasks.createTaskQuery().orderByDueDate().list())
                .isInstanceOf(NotValidException.class);

        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        tasks.setPriority(task, 55);
        assertThat(CompletableFuture.supplyAsync(() -> tasks.createTaskQuery()
                                .taskId(task)
                                .taskPriority(55)
                                .count())
                        .join())
                .isOne();
    }
}
