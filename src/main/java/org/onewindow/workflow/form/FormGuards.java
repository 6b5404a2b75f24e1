package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Completes a task only past the guard (核验) that its form names. */
@Component
public class FormGuards {

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+Guard)}");

    private final FormContracts contracts;
    private final Map<String, TaskListener> guards;

    FormGuards(FormContracts contracts, Map<String, TaskListener> guards) {
        this.contracts = contracts;
        this.guards = guards;
    }

    /** @param ofModel the guard that the model itself names, which runs after this */
    void check(TaskEntity task, Optional<String> ofModel) {
        var form = GuardedForms.formOf(task.getTaskDefinition().getFormDefinition());
        var guard = contracts
                .of(task.getProcessDefinition().getDeploymentId(), form)
                .guard();
        if (ofModel.isPresent() && guard.or(() -> ofModel).equals(ofModel)) {
            return;
        }
        guard.map(guards::get)
                .orElseThrow(() -> new IllegalStateException("form " + form + " names no guard"))
                .notify(task);
    }

    /** The guard that an open task's completion has to pass. */
    public TaskListener of(TaskEntity task) {
        var form = GuardedForms.formOf(task.getTaskDefinition().getFormDefinition());
        return contracts
                .of(task.getProcessDefinition().getDeploymentId(), form)
                .guard()
                .or(() -> ofModel(task))
                .map(guards::get)
                .orElseThrow(() -> new IllegalStateException("form " + form + " names no guard"));
    }

    private static Optional<String> ofModel(TaskEntity task) {
        return task
                .getTaskDefinition()
                .getTaskListeners()
                .getOrDefault(TaskListener.EVENTNAME_COMPLETE, List.of())
                .stream()
                .filter(DelegateExpressionTaskListener.class::isInstance)
                .map(listener -> DELEGATE.matcher(((DelegateExpressionTaskListener) listener).getExpressionText()))
                .filter(Matcher::matches)
                .map(delegate -> delegate.group(1))
                .findFirst();
    }

    /** The guard that a model names: of items published before the forms did, with cases still open. */
    static Optional<String> namedBy(Element userTask) {
        return Optional.ofNullable(userTask.element("extensionElements")).stream()
                .flatMap(extensions -> extensions.elements("taskListener").stream())
                .filter(listener -> TaskListener.EVENTNAME_COMPLETE.equals(listener.attribute("event")))
                .map(listener -> DELEGATE.matcher(String.valueOf(listener.attribute("delegateExpression"))))
                .filter(Matcher::matches)
                .map(delegate -> delegate.group(1))
                .findFirst();
    }
}
