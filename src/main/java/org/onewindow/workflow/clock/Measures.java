package org.onewindow.workflow.clock;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.onewindow.workflow.CaseVariables;

/** The processes that run beside a case and concern its clock. */
public final class Measures {

    /** 特别程序: while it runs, the clock stands still. */
    public static final String SPECIAL_PROCEDURE = "stage_special-procedure";
    /** 延期: waits for the organ's head. */
    public static final String EXTENSION = "stage_extension";
    /** 超期督办: tells the department's head. */
    public static final String OVERRUN = "supervision_overrun";

    /** Those that an approver starts. */
    public static final List<String> STARTED_BY_APPROVERS = List.of(SPECIAL_PROCEDURE, EXTENSION);

    private Measures() {}

    static void report(RuntimeService runtime, DelegateExecution item, String department, String overrun) {
        runtime.startProcessInstanceByKey(
                OVERRUN,
                CaseVariables.caseNumber(item).value(),
                Map.of(
                        CaseVariables.CASE_NUMBER.key(), CaseVariables.CASE_NUMBER.get(item),
                        CaseVariables.ITEM_NAME.key(), CaseVariables.ITEM_NAME.get(item),
                        CaseVariables.APPLICANT.key(), CaseVariables.APPLICANT.get(item),
                        CaseVariables.DEPARTMENT.key(), department,
                        CaseVariables.OVERRUN.key(), overrun));
    }
}
