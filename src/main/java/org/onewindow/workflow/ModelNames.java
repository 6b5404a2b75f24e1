package org.onewindow.workflow;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** What the elements of models are called. */
@Component
class ModelNames {

    private final RepositoryService repository;

    ModelNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param activity may be null: what belongs to no element is 系统作业 */
    String of(String definition, String activity) {
        return element(definition, activity)
                .map(element -> element.getName() == null ? activity : element.getName())
                .orElse("系统作业");
    }

    /** What comes after an element, by name; empty where nothing with a name does. */
    String after(String definition, String activity) {
        return element(definition, activity).filter(FlowNode.class::isInstance).map(FlowNode.class::cast).stream()
                .flatMap(node -> node.getOutgoing().stream())
                .map(flow -> flow.getTarget().getName())
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.joining("”或者“"));
    }

    private Optional<FlowElement> element(String definition, String activity) {
        if (definition == null || activity == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                repository.getBpmnModelInstance(definition).<FlowElement>getModelElementById(activity));
    }
}
