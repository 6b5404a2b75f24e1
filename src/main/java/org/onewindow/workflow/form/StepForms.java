package org.onewindow.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.clock.Measures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The start forms of what runs beside a case, offered on a step of it: the case is the step's, all else is asked for by the same
 * form and checked by the same rules as where one starts from 收件／发起.
 */
@Component
public class StepForms {

    private final ObjectProvider<ProcessEngine> engine;
    private final StartOfMeasure start;
    private final ObjectMapper json;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    StepForms(ObjectProvider<ProcessEngine> engine, StartOfMeasure start, ObjectMapper json) {
        this.engine = engine;
        this.start = start;
        this.json = json;
    }

    private record Form(String name, String explanation, List<FormField> fields) {}

    /**
     * A field to fill in.
     *
     * @param type as forms call it: {@code select}, {@code number}, {@code textarea}
     * @param longest characters of a text
     * @param options of a select field
     */
    public record Ask(
            String key,
            String type,
            String label,
            int longest,
            Optional<Integer> min,
            Optional<Integer> max,
            List<Option> options) {}

    public record Option(String value, String label) {}

    /**
     * Something that can be started, or why it cannot.
     *
     * @param refusal why not now; empty if it can be
     */
    public record StepForm(String process, String name, String explanation, List<Ask> asks, Optional<String> refusal) {}

    /** What there is to start at a step of the back office, in the order of {@link Measures#STARTED_BY_APPROVERS}. */
    public List<StepForm> of(String task, String account, List<String> groups) {
        var user = new Authentication(account, groups);
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    var inHand = context.getTaskManager().findTaskById(task);
                    return Measures.STARTED_BY_APPROVERS.stream()
                            .filter(process -> start.isOffered(inHand, user))
                            .map(process -> offer(process, inHand, user))
                            .toList();
                }));
    }

    private StepForm offer(String process, TaskEntity inHand, Authentication user) {
        var form = form(definition(process));
        return new StepForm(process, form.name(), form.explanation(), asks(form), refusal(process, inHand, user));
    }

    private Optional<String> refusal(String process, TaskEntity inHand, Authentication user) {
        try {
            start.check(process, inHand, user);
            return Optional.empty();
        } catch (RefusedInput refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private List<Ask> asks(Form form) {
        return form.fields().stream()
                .filter(field -> !field.key().equals(StartOfMeasure.CASE))
                .map(field -> new Ask(
                        field.key(),
                        field.type(),
                        field.label(),
                        field.maxLength(),
                        field.min().map(Double::intValue),
                        field.max().map(Double::intValue),
                        options(field)))
                .toList();
    }

    private List<Option> options(FormField field) {
        return field.optionsFrom()
                .map(from -> start.offered().get(from).get().stream()
                        .map(option -> new Option(option.get("value"), option.get("label")))
                        .toList())
                .orElseGet(() -> field.options().entrySet().stream()
                        .map(option -> new Option(option.getKey(), option.getValue()))
                        .toList());
    }

    /**
     * Starts something for a case, in the name of whoever is authenticated with the engine.
     *
     * @param sent as a page sends it, by field
     * @throws RefusedInput with everything that is wrong
     */
    public void start(String process, CaseNumber caseNumber, Map<String, String> sent) {
        var definition = configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> definition(process)));
        var values = new HashMap<String, Object>();
        for (var field : form(definition).fields()) {
            Optional.ofNullable(sent.get(field.key())).ifPresent(text -> values.put(field.key(), typed(field, text)));
        }
        values.put(StartOfMeasure.CASE, caseNumber.value());
        engine.getObject().getFormService().submitStartForm(definition.getId(), values);
    }

    /** What is no number is left as it is, for the form's contract to refuse. */
    private static Object typed(FormField field, String text) {
        return field.type().equals("number") && text.strip().matches("\\d{1,6}")
                ? (Object) Integer.valueOf(text.strip())
                : text;
    }

    private ProcessDefinitionEntity definition(String process) {
        if (!Measures.STARTED_BY_APPROVERS.contains(process)) {
            throw new RefusedInput("没有这项操作，请刷新页面");
        }
        return configuration().getDeploymentCache().findDeployedLatestProcessDefinitionByKey(process);
    }

    private Form form(ProcessDefinitionEntity definition) {
        return forms.computeIfAbsent(definition.getId(), id -> read(definition));
    }

    private Form read(ProcessDefinitionEntity definition) {
        var name = "forms/tasks/" + GuardedForms.formOf(definition.getStartFormDefinition()) + ".form";
        try (var content =
                engine.getObject().getRepositoryService().getResourceAsStream(definition.getDeploymentId(), name)) {
            var components = json.readTree(content).path("components");
            return new Form(definition.getName(), explanation(components), FormField.in(components));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String explanation(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .filter(component -> component.path("type").asText().equals("text"))
                .map(component -> component.path("text").asText())
                .collect(Collectors.joining("\n"));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    }
}
