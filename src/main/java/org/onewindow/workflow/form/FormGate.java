package org.onewindow.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** Where everything that a form sends comes in. Nothing of it becomes a process variable here. */
@Component
class FormGate {

    private final FormContracts contracts;
    private final FormConditions conditions;
    private final CaseFormData formData;
    private final BesideFormData beside;
    private final Submissions submissions;
    private final StartOfCase startOfCase;
    private final StartOfMeasure startOfMeasure;
    private final SubmittedValues values;
    private final FixedRows fixedRows;
    private final ObjectMapper json;

    FormGate(
            FormContracts contracts,
            FormConditions conditions,
            CaseFormData formData,
            BesideFormData beside,
            Submissions submissions,
            StartOfCase startOfCase,
            StartOfMeasure startOfMeasure,
            ObjectMapper json) {
        this.contracts = contracts;
        this.conditions = conditions;
        this.formData = formData;
        this.beside = beside;
        this.submissions = submissions;
        this.startOfCase = startOfCase;
        this.startOfMeasure = startOfMeasure;
        this.values = new SubmittedValues(json);
        this.fixedRows = new FixedRows(json);
        this.json = json;
    }

    /** What a task's form shows, read from the case file. */
    Map<String, Object> show(TaskEntity task) {
        var contract = contract(task);
        return FixedRows.spread(contract.fields(), contract.shown(data(task)));
    }

    /** A task's form as the browser gets it. */
    JsonNode form(TaskEntity task, JsonNode deployed) throws JsonProcessingException {
        return fixedRows.spread(deployed, show(task));
    }

    void submitTask(TaskEntity task, VariableMap sent) {
        var contract = contract(task);
        var plain = FixedRows.gather(contract.fields(), values.plain(sent));
        var shown = contract.needed(data(task));
        submissions.hold(task.getId(), contract.check(plain, shown, conditions::holds));
    }

    private Map<String, Supplier<?>> data(TaskEntity task) {
        var data = formData.of(CaseVariables.caseNumber(task));
        data.put(CaseVariables.OVERRUN.key(), () -> CaseVariables.OVERRUN.get(task));
        beside.put(data, task);
        return data;
    }

    private FormContract contract(TaskEntity task) {
        var form = GuardedForms.formOf(task.getTaskDefinition().getFormDefinition());
        return contracts.of(task.getProcessDefinition().getDeploymentId(), form);
    }

    void submitStart(ExecutionEntity instance, String form, VariableMap sent) {
        var definition = instance.getProcessDefinition();
        var contract = contracts.of(definition.getDeploymentId(), form);
        var plain = values.plain(sent);
        if (definition.getKey().startsWith("item_")) {
            startOfCase.start(
                    instance, definition.getKey(), contract, contract.check(plain, Map.of(), conditions::holds));
        } else {
            var sentForm = contract.check(plain, startOfMeasure.options(plain), conditions::holds);
            startOfMeasure.start(instance, definition.getKey(), sentForm);
        }
    }

    /** A start form as the browser gets it: with what its select fields offer, for Tasklist asks for no data with it. */
    JsonNode startForm(JsonNode deployed) {
        var offered = startOfMeasure.offered();
        for (var component : deployed.path("components")) {
            var options = offered.get(component.path("valuesKey").asText());
            if (options != null) {
                ((ObjectNode) component).remove("valuesKey");
                ((ObjectNode) component).set("values", json.valueToTree(options.get()));
            }
        }
        return deployed;
    }
}
