package org.onewindow.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.ObjectProvider;

/** The engine's form service, with the case file's data in place of process variables. */
class CaseFormService extends FormServiceImpl {

    private final ObjectProvider<FormGate> gate;
    private final ObjectMapper json = new ObjectMapper();

    CaseFormService(ObjectProvider<FormGate> gate) {
        this.gate = gate;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        // The engine's own command checks that the task may be read.
        super.getTaskFormVariables(taskId, List.of(""), deserialize);
        return commandExecutor.execute(context -> {
            var variables = Variables.createVariables();
            var task = context.getTaskManager().findTaskById(taskId);
            context.runWithoutAuthorization(() -> gate.getObject().show(task)).forEach((key, value) -> {
                if (names == null || names.isEmpty() || names.contains(key)) {
                    variables.putValueTyped(key, typed(value));
                }
            });
            return variables;
        });
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        try (var deployed = super.getDeployedTaskForm(taskId)) {
            var form = json.readTree(deployed);
            return commandExecutor.execute(context -> {
                var task = context.getTaskManager().findTaskById(taskId);
                return context.runWithoutAuthorization(() -> new ByteArrayInputStream(
                        json.writeValueAsBytes(gate.getObject().form(task, form))));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        try (var deployed = super.getDeployedStartForm(processDefinitionId)) {
            var form = json.readTree(deployed);
            return commandExecutor.execute(context -> context.runWithoutAuthorization(() -> new ByteArrayInputStream(
                    json.writeValueAsBytes(gate.getObject().startForm(form)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TypedValue typed(Object value) {
        try {
            return value instanceof String text
                    ? Variables.stringValue(text)
                    : SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
