package org.onewindow.workflow.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The forms as the browser gets them. */
final class RehearsedForms {

    private final ProcessEngine engine;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, List<Choice>> outcomes = new HashMap<>();

    RehearsedForms(ProcessEngine engine) {
        this.engine = engine;
    }

    JsonNode start(String processDefinitionId) {
        return read(engine.getFormService().getDeployedStartForm(processDefinitionId));
    }

    JsonNode task(Task task) {
        return read(engine.getFormService().getDeployedTaskForm(task.getId()));
    }

    /** What a task's form shows, by name. */
    JsonNode shown(Task task) {
        var shown = json.createObjectNode();
        engine.getFormService().getTaskFormVariables(task.getId()).forEach((name, value) -> {
            // lists come as JSON of the engine's own kind, whose text is the JSON
            boolean isText = value instanceof String;
            shown.set(name, isText ? json.valueToTree(value) : read(String.valueOf(value)));
        });
        return shown;
    }

    JsonNode none() {
        return json.createObjectNode();
    }

    /** The options of a task's outcome; one without a value where its form asks for none. */
    List<Choice> outcomes(Task task) {
        return outcomes.computeIfAbsent(task.getProcessDefinitionId() + task.getTaskDefinitionKey(), key -> {
            var repository = engine.getRepositoryService();
            UserTask element = repository
                    .getBpmnModelInstance(task.getProcessDefinitionId())
                    .getModelElementById(task.getTaskDefinitionKey());
            var deployment = repository
                    .getProcessDefinition(task.getProcessDefinitionId())
                    .getDeploymentId();
            var form = "forms/tasks/" + element.getCamundaFormRef() + ".form";
            var found = new ArrayList<Choice>();
            for (var component :
                    read(repository.getResourceAsStream(deployment, form)).findParents("key")) {
                if (component.path("key").asText().equals("outcome")) {
                    component
                            .path("values")
                            .forEach(option -> found.add(Choice.outcome(
                                    element.getId(),
                                    option.path("value").asText(),
                                    option.path("label").asText())));
                }
            }
            return found.isEmpty() ? List.of(Choice.outcome(element.getId(), "", "")) : List.copyOf(found);
        });
    }

    private JsonNode read(InputStream form) {
        try (form) {
            return json.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
