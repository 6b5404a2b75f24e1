package org.onewindow.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        var executor = configuration().getJobExecutor();
        executor.shutdown();
        this.job = engine.getHistoryService().cleanUpHistoryAsync(true).getId();
        engine.getManagementService().suspendJobById(job);
        executor.start();
    }

    private ProcessEngineConfigurationImpl configuration() {
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

    /** Forgets so many cases a minute while something is measured. */
    <T> T beside(int cases, Supplier<T> measured) {
        double casesABatch = (double) configuration().getHistoryCleanupBatchSize() * left() / number(TO_FORGET);
        long pause = Math.max(1, Math.round(TimeUnit.MINUTES.toNanos(1) * casesABatch / cases));
        var thread = Executors.newSingleThreadScheduledExecutor();
        var batches = thread.scheduleAtFixedRate(
                () -> engine.getManagementService().executeJob(job), 0, pause, TimeUnit.NANOSECONDS);
        try {
            return measured.get();
        } finally {
            stop(thread, batches);
        }
    }

    private static void stop(ExecutorService thread, Future<?> batches) {
        if (!batches.cancel(false)) {
            throw new IllegalStateException("a batch failed");
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a batch does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
