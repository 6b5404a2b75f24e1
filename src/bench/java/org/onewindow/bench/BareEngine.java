package org.onewindow.bench;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/** B0: Camunda 7.24 as it comes. */
final class BareEngine implements Contender {

    private final ProcessEngine engine;

    BareEngine(DataSource database) {
        var configuration = (ProcessEngineConfigurationImpl) new StandaloneProcessEngineConfiguration()
                .setProcessEngineName("bare")
                .setDataSource(database)
                .setDatabaseType("postgres")
                .setDatabaseSchemaUpdate("true")
                .setHistory("full")
                .setJobExecutorActivate(false);
        configuration.setDatabaseSchema("bare"); // where it looks for tables of its own
        configuration.setDatabaseTablePrefix("bare.");
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("four.bpmn", Bpmn.readModelFromStream(FourTasks.model("camunda")))
                .deploy();
    }

    @Override
    public String name() {
        return "B0";
    }

    @Override
    public String description() {
        return "Camunda 7.24 as it comes: four user tasks, eight variables, start, then query, claim, complete";
    }

    @Override
    public void open(int number) {
        var instance = start();
        for (int task = 0; task < number % FourTasks.COUNT; task++) {
            complete(instance, new Timings());
        }
    }

    @Override
    public void complete(Timings timings) {
        var instance = timings.time("start", this::start);
        for (int task = 0; task < FourTasks.COUNT; task++) {
            complete(instance, timings);
        }
    }

    private String start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(FourTasks.KEY, FourTasks.VARIABLES)
                .getId();
    }

    private void complete(String instance, Timings timings) {
        var tasks = engine.getTaskService();
        var task = timings.time(
                "find",
                () -> tasks.createTaskQuery().processInstanceId(instance).singleResult());
        timings.time("claim", () -> tasks.claim(task.getId(), FourTasks.USER));
        timings.time("complete", () -> tasks.complete(task.getId()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
