package org.onewindow.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.onewindow.OneWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the packaged jar as one, two and three processes on one PostgreSQL and lets things go wrong. Its settings and their
 * defaults stand in the profile {@code bench}: {@code bench.repetitions} of each fault, {@code bench.inflight} cases, {@code
 * bench.seconds} a round, {@code bench.port} and those after it. The clock is not moved: the application has no setting for
 * one, and a faked system clock would fake the database's and the virtual machine's too. No disk is filled: the store of
 * attachments is not there yet.
 */
public final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int CLIENTS = 8;
    private static final int HEAP = 1536;
    private static final int MOST_NODES = 3;
    private static final int TIMERS = 40;
    /** Cases. */
    /** Cases a node: a virtual machine that has just started compiles for minutes. */
    private static final int WARM_UP = 500;
    private static final long LEAST_LOAD = 3_000;
    private static final int RANDOM_LOAD = 4_000;

    private final int repetitions = Integer.getInteger("bench.repetitions");
    private final int inFlight = Integer.getInteger("bench.inflight");
    private final int seconds = Integer.getInteger("bench.seconds");
    private final int port = Integer.getInteger("bench.port");
    private final Path folder = Path.of("target", "bench", "faults");
    private final Random random = new Random(1);
    private final FaultReport report = new FaultReport();

    private Faults() {}

    public static void run() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(OneWindow.ZONE));
        new Faults().all();
    }

    private void all() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("cluster"));
        Files.createDirectories(folder.resolve("binaries"));
        try (var server = new Server(folder.toAbsolutePath(), port)) {
            startTwoOnAnEmptyDatabase(server);
            for (int count = 1; count <= MOST_NODES; count++) {
                throughput(server, count);
            }
            faults(server);
        }
        report.write(folder.getParent());
        if (!report.isGood()) {
            throw new IllegalStateException("something was lost, doubled or found, see " + folder.getParent().resolve("faults.md"));
        }
    }

    private List<Node> nodes(Server server, int count) {
        var nodes = new ArrayList<Node>();
        for (int number = 0; number < count; number++) {
            nodes.add(new Node(folder, port + 1 + number, HEAP / count, server));
        }
        return nodes;
    }

    private static void start(List<Node> nodes) throws IOException, InterruptedException {
        for (var node : nodes) {
            node.start();
        }
        for (var node : nodes) {
            node.awaitReady();
        }
    }

    private void startTwoOnAnEmptyDatabase(Server server) throws Exception {
        var nodes = nodes(server, 2);
        try {
            start(nodes);
            var versions = server.jdbc().queryForObject("select max(version_) from act_re_procdef", Integer.class);
            LOG.info("two nodes started at once on an empty database: models of version {} only", versions);
            report.startedAtOnce(versions);
            new Staff(nodes).hire();
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private void throughput(Server server, int count) throws Exception {
        var nodes = nodes(server, count);
        try {
            start(nodes);
            try (var crowd = new Crowd(nodes, CLIENTS, CLIENTS)) {
                crowd.open();
                while (crowd.finished() < WARM_UP * count) {
                    Thread.sleep(100);
                }
                int before = crowd.acknowledged().size();
                long from = System.nanoTime();
                Thread.sleep(seconds * 1000L);
                double perSecond = (crowd.acknowledged().size() - before) / ((System.nanoTime() - from) / 1e9);
                crowd.pause();
                LOG.info("{} nodes: {} acknowledged steps a second", count, "%.1f".formatted(perSecond));
                report.throughput(count, perSecond);
            }
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private void faults(Server server) throws Exception {
        var nodes = nodes(server, 2);
        try {
            start(nodes);
            try (var crowd = new Crowd(nodes, CLIENTS, inFlight)) {
                for (var fault : Fault.values()) {
                    for (int repetition = 1; repetition <= repetitions; repetition++) {
                        strike(fault, nodes, server, crowd);
                    }
                }
                report.stuckJobs(new StuckJobs(server, nodes).rehearse());
                report.crowd(crowd.unheard(), crowd.missing(), Map.copyOf(crowd.refusals()));
            }
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private void strike(Fault fault, List<Node> nodes, Server server, Crowd crowd) throws Exception {
        int sessions = crowd.lostSessions();
        crowd.open();
        while (crowd.finished() == 0) {
            Thread.sleep(100); // every clerk is logged in by then
        }
        Thread.sleep(LEAST_LOAD + random.nextInt(RANDOM_LOAD));
        var timers = new Timers(server).makeDue(TIMERS);
        Thread.sleep(random.nextInt(RANDOM_LOAD));
        crowd.fault();
        fault.strike(nodes, server, random);
        while (crowd.recovery().isEmpty()) {
            Thread.sleep(10);
        }
        Thread.sleep(LEAST_LOAD);
        fault.repair(nodes, server);
        Thread.sleep(LEAST_LOAD);
        crowd.pause();
        double timersTook = new Timers(server).awaitFired(timers);
        var verdict = Verdict.of(server, crowd);
        double recovery = crowd.recovery().orElseThrow();
        LOG.info("{}: recovered in {} s, {} timers within {} s, {}", fault, "%.2f".formatted(recovery), timers.size(), "%.0f".formatted(timersTook), verdict);
        report.add(fault, new FaultReport.Struck(verdict, recovery, timers.size(), crowd.lostSessions() - sessions));
    }
}
