package org.onewindow.workflow.form;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;

/** Something that runs beside a case, and that an approver starts from a step in hand (特别程序, 延期, 退回综窗, 会办). */
public interface Measure {

    /** The key of its process. */
    String process();

    /**
     * Whether it may be started now; what its form asks for is not known yet.
     *
     * @param inHand the approver's step of the case
     * @throws RefusedInput if not, and why
     */
    void check(CaseFile file, TaskEntity inHand, Authentication approver);

    /** Starts it. @param instance of its process, with the case's number and department */
    Started start(DelegateExecution instance, CaseFile file, Submission sent, TakenBy approver);

    /** What goes on record with the case (环节记录). */
    record Started(String outcome, Optional<String> opinion) {}
}
