package org.onewindow.workflow.step;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.form.Submission;
import org.onewindow.workflow.form.Submissions;
import org.springframework.stereotype.Component;

/** 决定: the decider took no other step of the back office. */
@Component
class DecisionGuard extends TaskGuard {

    private final Approval approval;

    DecisionGuard(Submissions submissions, Approval approval) {
        super(submissions, approval);
        this.approval = approval;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        approval.checkDecider(caseNumber, actor, otherSteps(task));
        var outcome = sent.text("outcome");
        if (!outcome.equals("return")) {
            CaseVariables.DECISION.set(task.getExecution(), outcome);
        }
    }

    /** What the model draws beside the decision, in the same sub-process 后台审批. */
    private static Set<String> otherSteps(DelegateTask task) {
        var decision = task.getBpmnModelElementInstance();
        return decision.getParentElement().getChildElementsByType(UserTask.class).stream()
                .filter(step -> !step.equals(decision))
                .map(UserTask::getId)
                .collect(Collectors.toSet());
    }
}
