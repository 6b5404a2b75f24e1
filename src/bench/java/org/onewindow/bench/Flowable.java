package org.onewindow.bench;

import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** B3: Flowable 7.2 as it comes, with B0's model. */
final class Flowable implements Contender {

    private final ProcessEngine engine;

    Flowable(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setDatabaseSchema("peer"); // where it looks for tables of its own
        configuration.setDatabaseTablePrefix("peer.");
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(false);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream("plain.bpmn20.xml", PlainTasks.model("flowable", BareEngine.TASKS))
                .deploy();
    }

    @Override
    public String name() {
        return "B3";
    }

    @Override
    public String description() {
        return "Flowable 7.2 as it comes, history full, with the model of B0";
    }

    @Override
    public void open(int number) {
        var instance = start();
        for (int task = 0; task < number % BareEngine.TASKS; task++) {
            complete(instance, new Timings());
        }
    }

    @Override
    public void complete(Timings timings) {
        var instance = timings.time("start", this::start);
        for (int task = 0; task < BareEngine.TASKS; task++) {
            complete(instance, timings);
        }
    }

    private String start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(PlainTasks.KEY, PlainTasks.VARIABLES)
                .getId();
    }

    private void complete(String instance, Timings timings) {
        var tasks = engine.getTaskService();
        var task = timings.time(
                "find",
                () -> tasks.createTaskQuery().processInstanceId(instance).singleResult());
        timings.time("claim", () -> tasks.claim(task.getId(), PlainTasks.USER));
        timings.time("complete", () -> tasks.complete(task.getId()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
