package org.onewindow.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's clean-up of its history, at a pace that it does not know itself: whoever measures takes its job in hand. */
final class CleanUp {

    private static final String TO_FORGET = "select count(*) from act_hi_procinst where end_time_ < now() - interval '190 days'";
    /** Seconds that a batch may take. */
    private static final int PATIENCE = 60;

    /** As many cases a minute as it can. */
    static final int UNTHROTTLED = Integer.MAX_VALUE;

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final String job;

    CleanUp(ProcessEngine engine, JdbcTemplate jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
        var configuration = configuration(engine);
        var executor = configuration.getJobExecutor();
        executor.shutdown();
        configuration.setHistoryCleanupEnabled(true);
        this.job = engine.getHistoryService().cleanUpHistoryAsync(true).getId();
        leaveToUs(engine);
        executor.start();
    }

    /** The engine's own executor cleans up no more, by night either. */
    static void leaveToUs(ProcessEngine engine) {
        configuration(engine).setHistoryCleanupEnabled(false);
    }

    private static ProcessEngineConfigurationImpl configuration(ProcessEngine engine) {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Finished cases that are still to be forgotten. */
    long left() {
        return number(TO_FORGET + " and super_process_instance_id_ is null and proc_def_key_ like 'item%'");
    }

    private long number(String query) {
        var number = jdbc.queryForObject(query, Long.class);
        return number == null ? 0 : number;
    }

    /**
     * Forgets so many cases a minute while something is measured.
     *
     * @throws ExecutionException if a batch failed
     */
    <T> T beside(int cases, Supplier<T> measured) throws InterruptedException, ExecutionException {
        long left = left();
        if (left == 0) {
            throw new IllegalStateException("nothing is left to forget: make more of it, see CopyPlan");
        }
        double casesABatch = (double) configuration(engine).getHistoryCleanupBatchSize() * left / number(TO_FORGET);
        long pause = Math.max(1, Math.round(TimeUnit.MINUTES.toNanos(1) * casesABatch / cases));
        var thread = Executors.newSingleThreadScheduledExecutor();
        try {
            var batches = thread.scheduleAtFixedRate(
                    () -> engine.getManagementService().executeJob(job), 0, pause, TimeUnit.NANOSECONDS);
            var result = measured.get();
            if (!batches.cancel(false)) {
                batches.get(); // says what happened to a batch
            }
            return result;
        } finally {
            thread.shutdown();
            thread.awaitTermination(PATIENCE, TimeUnit.SECONDS); // the batch in hand
        }
    }
}
