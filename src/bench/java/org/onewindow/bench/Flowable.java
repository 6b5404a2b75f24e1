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
                .addInputStream("four.bpmn20.xml", FourTasks.model("flowable"))
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
