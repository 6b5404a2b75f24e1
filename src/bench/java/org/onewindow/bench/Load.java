package org.onewindow.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients who carry one case after another. */
final class Load {

    private final Database database;

    Load(Database database) {
        this.database = database;
    }

    /**
     * What a round came to.
     *
     * @param cpuOfDatabase share of the machine's processors, 0 to 1
     * @param cpuOfJvm likewise
     */
    record Round(
            int cases,
            double seconds,
            Timings timings,
            long walBytes,
            long diskBytes,
            double cpuOfDatabase,
            double cpuOfJvm) {

        double casesPerSecond() {
            return cases / seconds;
        }
    }

    /** Opens cases that stay open, by several clients. */
    void preload(Contender contender, int cases, int clients) {
        var next = new AtomicInteger();
        inParallel(clients, () -> {
            for (int number = next.getAndIncrement(); number < cases; number = next.getAndIncrement()) {
                contender.open(number);
            }
            return null;
        });
    }

    /** Carries a number of cases through. */
    void warmUp(Contender contender, int cases, int clients) {
        var next = new AtomicInteger();
        inParallel(clients, () -> {
            var timings = new Timings();
            while (next.getAndIncrement() < cases) {
                contender.complete(timings);
            }
            return null;
        });
    }

    Round run(Contender contender, int clients, Duration time) {
        long wal = database.wal();
        long disk = database.size();
        double databaseCpu = database.cpuSeconds();
        double jvmCpu = jvmCpuSeconds();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        var done = new AtomicInteger();
        var all = new Timings();
        inParallel(clients, () -> {
            var timings = new Timings();
            while (System.nanoTime() < end) {
                contender.complete(timings);
                done.incrementAndGet();
            }
            synchronized (all) {
                all.add(timings);
            }
            return null;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        double processors = Runtime.getRuntime().availableProcessors() * seconds;
        return new Round(
                done.get(),
                seconds,
                all,
                database.wal() - wal,
                database.size() - disk,
                (database.cpuSeconds() - databaseCpu) / processors,
                (jvmCpuSeconds() - jvmCpu) / processors);
    }

    private static double jvmCpuSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static void inParallel(int clients, Callable<Void> work) {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var running = new ArrayList<Future<Void>>();
            for (int client = 0; client < clients; client++) {
                running.add(pool.submit(work));
            }
            for (var one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
