package org.onewindow.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.plugin.variable.SpinValues;
import org.onewindow.bench.HealthPermit.Found;
import org.onewindow.bench.HealthPermit.Json;
import org.onewindow.bench.HealthPermit.Person;
import org.onewindow.casefile.CaseNumber;
import org.springframework.context.ApplicationContext;

/** B1: whole cases through the services that Tasklist uses. */
final class Platform implements Contender, HealthPermit.Counter {

    private final ProcessEngine engine;
    private final String process;
    private final HealthPermit permit;

    Platform(ApplicationContext application) {
        this.engine = application.getBean(ProcessEngine.class);
        this.process = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(HealthPermit.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        this.permit = new HealthPermit(this);
    }

    @Override
    public String name() {
        return "B1";
    }

    @Override
    public String description() {
        return "一窗: a whole case of 公共场所卫生许可, eight user tasks, authorization on";
    }

    @Override
    public void open(int number) {
        permit.open(number);
    }

    @Override
    public void complete(Timings timings) {
        carryThrough(timings);
    }

    /** @return the case's number */
    CaseNumber carryThrough(Timings timings) {
        return new CaseNumber(permit.complete(timings));
    }

    @Override
    public String receive(Person person, Map<String, Object> form) {
        return as(person, () -> engine.getFormService()
                .submitStartForm(process, new HashMap<>(form))
                .getBusinessKey());
    }

    @Override
    public Found find(Person person, String number) {
        var task = as(person, () -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult());
        return new Found(task.getId(), task.getAssignee());
    }

    @Override
    public void claim(Person person, String task) {
        as(person, () -> {
            engine.getTaskService().claim(task, person.account());
            return null;
        });
    }

    @Override
    public void submit(Person person, String task, Map<String, Object> form) {
        var variables = new HashMap<String, Object>(form);
        variables.replaceAll((name, value) ->
                value instanceof Json json ? SpinValues.jsonValue(json.text()).create() : value);
        as(person, () -> {
            engine.getFormService().submitTaskForm(task, variables);
            return null;
        });
    }

    private <T> T as(Person person, Supplier<T> action) {
        engine.getIdentityService().setAuthentication(person.account(), List.of(person.group()));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    public void close() {
        // the application is closed by whoever started it
    }
}
