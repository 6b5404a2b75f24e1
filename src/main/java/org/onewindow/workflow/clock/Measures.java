package org.onewindow.workflow.clock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.workflow.CaseVariables;

/** The processes that run beside a case. */
public final class Measures {

    /** 特别程序: while it runs, the clock stands still. */
    public static final String SPECIAL_PROCEDURE = "stage_special-procedure";
    /** 延期: waits for the organ's head. */
    public static final String EXTENSION = "stage_extension";
    /** 超期督办: tells the department's head. */
    public static final String OVERRUN = "supervision_overrun";

    /** 退回综窗: the window checks once more what it accepted in error; the clock goes on. */
    public static final String ACCEPTANCE_RETURN = "stage_acceptance-return";

    /** 会办: another department gives its opinion; the clock goes on. */
    public static final String CONSULTATION = "stage_consultation";

    /** All of them. */
    public static final Set<String> ALL =
            Set.of(SPECIAL_PROCEDURE, EXTENSION, ACCEPTANCE_RETURN, CONSULTATION, OVERRUN);

    /** Those that an approver starts. */
    public static final List<String> STARTED_BY_APPROVERS =
            List.of(ACCEPTANCE_RETURN, CONSULTATION, SPECIAL_PROCEDURE, EXTENSION);

    private Measures() {}

    /** Whether a task is a step of the item's own process. */
    public static boolean isOnTheWay(TaskEntity task) {
        return task.getProcessDefinition().getKey().startsWith("item_");
    }

    /** Whether a task is of a process beside the case, and not on the case's own way. */
    static boolean isBeside(DelegateTask task) {
        return ALL.contains(((TaskEntity) task).getProcessDefinition().getKey());
    }

    /**
     * Tells the department's head of an overrun.
     *
     * @param department whose the case is, dispatched or not
     * @return the process that asks the head for an answer
     */
    static String report(RuntimeService runtime, DelegateExecution item, String department, String overrun) {
        return runtime.startProcessInstanceByKey(
                        OVERRUN,
                        CaseVariables.caseNumber(item).value(),
                        Map.of(
                                CaseVariables.DEPARTMENT.key(), department,
                                CaseVariables.OVERRUN.key(), overrun))
                .getId();
    }
}
