package org.onewindow.workflow;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the model draws beside a decision, in the same sub-process 后台审批: whoever took one of them may not decide. */
public final class DecisionSteps {

    private DecisionSteps() {}

    public static Set<String> besides(UserTask decision) {
        return decision.getParentElement().getChildElementsByType(UserTask.class).stream()
                .filter(step -> !step.equals(decision))
                .map(UserTask::getId)
                .collect(Collectors.toSet());
    }
}
