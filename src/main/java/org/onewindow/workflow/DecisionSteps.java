package org.onewindow.workflow;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the model draws beside a decision, in the same sub-process 后台审批: whoever took one of them may not decide. */
public final class DecisionSteps {

    private DecisionSteps() {}

    public static Set<String> besides(UserTask decision) {
        return around(decision).stream()
                .filter(step -> !step.equals(decision.getId()))
                .collect(Collectors.toSet());
    }

    /** All steps of the sub-process that a step is drawn in, the step itself among them. */
    public static Set<String> around(UserTask step) {
        return step.getParentElement().getChildElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .collect(Collectors.toSet());
    }
}
