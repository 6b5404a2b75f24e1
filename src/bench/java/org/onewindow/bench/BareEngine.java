package org.onewindow.bench;

import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Camunda 7.24 without the platform: each in a schema of its own. */
final class BareEngine implements Contender {

    /** B0's user tasks. */
    static final int TASKS = 4;
    /** A health permit's user tasks. */
    private static final int TASKS_OF_A_CASE = 8;

    private final String name;
    private final String description;
    private final int tasks;
    private final Map<String, Object> variables;
    private final ProcessEngine engine;

    private BareEngine(
            DataSource database,
            String name,
            String description,
            String history,
            int tasks,
            Map<String, Object> variables) {
        this.name = name;
        this.description = description;
        this.tasks = tasks;
        this.variables = variables;
        var schema = name.toLowerCase(Locale.ROOT);
        var configuration = (ProcessEngineConfigurationImpl) new StandaloneProcessEngineConfiguration()
                .setProcessEngineName(schema)
                .setDataSource(database)
                .setDatabaseType("postgres")
                .setDatabaseSchemaUpdate("true")
                .setHistory(history)
                .setJobExecutorActivate(false);
        configuration.setDatabaseSchema(schema); // where it looks for tables of its own
        configuration.setDatabaseTablePrefix(schema + ".");
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("plain.bpmn", Bpmn.readModelFromStream(PlainTasks.model("camunda", tasks)))
                .deploy();
    }

    /** B0. @param database whose schema is {@code b0} */
    static BareEngine asItComes(DataSource database) {
        return new BareEngine(
                database,
                "B0",
                "Camunda 7.24 as it comes: four user tasks, eight variables, start, then query, claim, complete",
                "full",
                TASKS,
                PlainTasks.VARIABLES);
    }

    /** E8: what is left for whoever writes a case besides. @param database whose schema is {@code e8} */
    static BareEngine withNothingBut(DataSource database) {
        return new BareEngine(
                database,
                "E8",
                "Camunda 7.24 with a case's eight user tasks and nothing else: no variables, no history, no authorization",
                "none",
                TASKS_OF_A_CASE,
                Map.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void open(int number) {
        var instance = start();
        for (int task = 0; task < number % tasks; task++) {
            complete(instance, new Timings());
        }
    }

    @Override
    public void complete(Timings timings) {
        var instance = timings.time("start", this::start);
        for (int task = 0; task < tasks; task++) {
            complete(instance, timings);
        }
    }

    private String start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(PlainTasks.KEY, variables)
                .getId();
    }

    private void complete(String instance, Timings timings) {
        var service = engine.getTaskService();
        var task = timings.time(
                "find",
                () -> service.createTaskQuery().processInstanceId(instance).singleResult());
        timings.time("claim", () -> service.claim(task.getId(), PlainTasks.USER));
        timings.time("complete", () -> service.complete(task.getId()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
