package org.onewindow.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;

/**
 * Every process variable there is; a test compares this list with the models. Personal data never is one.
 *
 * <p>Transient ones route a token within one transaction and are never stored.
 */
public enum CaseVariables {
    /** The group that may accept: the window's clerks, or the department's where the window is not entrusted. */
    ACCEPTORS("acceptors", false),
    /** The clerk who took the application in, who goes on with it; null for one that came in online. */
    RECEIVING_CLERK("receivingClerk", false),
    /** What came out of the front desk: {@code accepted} or the name of another end. */
    ACCEPTANCE("acceptance", false),
    DEPARTMENT("department", false),
    /** Who handles: {@code window} or {@code department}; null while nobody has been found. */
    HANDLING("handling", false),
    /** The groups that may hand the result over, separated by commas. */
    ISSUERS("issuers", false),
    /** {@code grant} or {@code deny}. */
    DECISION("decision", false),
    /** Which deadline was overrun, in words. */
    OVERRUN("overrun", false),
    /** The id of a consultation (会办), in its process. */
    CONSULTATION("consultation", false),
    /** What the last task came to. */
    OUTCOME("outcome", true),
    COMPETENT_ORGAN("competentOrgan", true);

    public static final String ACCEPTED = "accepted";

    private final String key;
    private final boolean isTransient;

    CaseVariables(String key, boolean isTransient) {
        this.key = key;
        this.isTransient = isTransient;
    }

    public String key() {
        return key;
    }

    public void set(VariableScope scope, String value) {
        scope.setVariable(key, Variables.stringValue(value, isTransient));
    }

    public String get(VariableScope scope) {
        return (String) scope.getVariable(key);
    }

    /**
     * The case of a task or an execution: the business key of its process and of every stage.
     *
     * @throws RefusedInput in a process that no form started
     */
    public static CaseNumber caseNumber(VariableScope scope) {
        var execution = scope instanceof DelegateTask task ? task.getExecution() : (DelegateExecution) scope;
        var number = execution.getProcessBusinessKey();
        if (number == null) {
            throw new RefusedInput("办件只能通过收件表单建立，请打开事项的收件表单填写后提交");
        }
        return new CaseNumber(number);
    }
}
