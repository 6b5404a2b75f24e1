package org.onewindow.workflow.form;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Completes a task only past the guard (核验) that its form names. */
@Component
class FormGuards {

    private final FormContracts contracts;
    private final Map<String, TaskListener> guards;

    FormGuards(FormContracts contracts, Map<String, TaskListener> guards) {
        this.contracts = contracts;
        this.guards = guards;
    }

    /** @param isOlder whether the model itself names a guard, which checks where the form does not */
    void check(TaskEntity task, boolean isOlder) {
        var form = GuardedForms.formOf(task.getTaskDefinition().getFormDefinition());
        var guard = contracts
                .of(task.getProcessDefinition().getDeploymentId(), form)
                .guard()
                .map(guards::get);
        if (guard.isPresent()) {
            guard.get().notify(task);
        } else if (!isOlder) {
            throw new IllegalStateException("form " + form + " names no guard");
        }
    }

    /** Whether the model itself names a guard: items published before the forms did, with cases still open. */
    static boolean isNamedBy(Element userTask) {
        return Optional.ofNullable(userTask.element("extensionElements")).stream()
                .flatMap(extensions -> extensions.elements("taskListener").stream())
                .anyMatch(listener -> TaskListener.EVENTNAME_COMPLETE.equals(listener.attribute("event"))
                        && String.valueOf(listener.attribute("delegateExpression"))
                                .endsWith("Guard}"));
    }
}
