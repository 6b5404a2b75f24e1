package org.onewindow.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.onewindow.OneWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the packaged jar as one, two and three processes on one PostgreSQL and one file store, and lets things go wrong. Its
 * settings and their defaults stand in the profile {@code bench}: {@code bench.faults} by name or all of them ({@code all}, with
 * the speeds of one to three nodes before), {@code bench.repetitions} of each, {@code bench.inflight} cases, {@code
 * bench.seconds} a round, {@code bench.port} and those after it. A disk is filled where a file system may be mounted, clocks are
 * set where libfaketime is installed; or else the report says that they were not.
 */
public final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int CLIENTS = 8;
    private static final int HEAP = 1536;
    private static final int MOST_NODES = 3;
    private static final int TIMERS = 40;
    /** Cases a node: a virtual machine that has just started compiles for minutes. */
    private static final int WARM_UP = 500;
    private static final long LEAST_LOAD = 3_000;
    private static final int RANDOM_LOAD = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ALL = "all";
    /** One node leaves more room than the other, so that a full disk is met before an upload and in its middle. */
    private static final List<String> KEEP_FREE = List.of("8MB", "4KB");

    private final String chosen = System.getProperty("bench.faults");
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
        FileSystemUtils.deleteRecursively(folder.resolve("files"));
        try (var server = new Server(folder.toAbsolutePath(), port);
                var store = new Store(folder.resolve("files"))) {
            startTwoOnAnEmptyDatabase(server, store);
            for (int count = 1; chosen.equals(ALL) && count <= MOST_NODES; count++) {
                throughput(server, store, count);
            }
            faults(server, store);
        }
        report.write(folder.getParent());
        if (!report.isGood()) {
            throw new IllegalStateException("something was lost, doubled or found, see " + folder.getParent().resolve("faults.md"));
        }
    }

    private List<Fault> chosen() {
        return chosen.equals(ALL) ? List.of(Fault.values()) : Stream.of(chosen.split(",")).map(Fault::valueOf).toList();
    }

    private List<Node> nodes(Server server, Store store, int count) throws IOException {
        var nodes = new ArrayList<Node>();
        for (int number = 0; number < count; number++) {
            nodes.add(new Node(folder, port + 1 + number, HEAP / count, server, store, KEEP_FREE.get(number % KEEP_FREE.size())));
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

    private void startTwoOnAnEmptyDatabase(Server server, Store store) throws Exception {
        var nodes = nodes(server, store, 2);
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

    private void throughput(Server server, Store store, int count) throws Exception {
        var nodes = nodes(server, store, count);
        try {
            start(nodes);
            try (var crowd = new Crowd(nodes, CLIENTS, CLIENTS, Optional.empty())) {
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

    private void faults(Server server, Store store) throws Exception {
        var nodes = nodes(server, store, 2);
        try {
            start(nodes);
            new Papers(server).awaitMade();
            var uploads = new Uploads();
            try (var crowd = new Crowd(nodes, CLIENTS, inFlight, Optional.of(uploads))) {
                var place = new Fault.Place(nodes, server, store, crowd, uploads);
                var kept = new KeptFiles(store.seen());
                for (var fault : chosen()) {
                    var obstacle = fault.obstacle(place);
                    obstacle.ifPresent(reason -> report.skipped(fault, reason));
                    for (int repetition = 1; obstacle.isEmpty() && repetition <= repetitions; repetition++) {
                        strike(fault, place, kept);
                    }
                }
                report.stuckJobs(new StuckJobs(server, nodes).rehearse());
                report.crowd(crowd.unheard(), crowd.missing(), Map.copyOf(crowd.refusals()));
            }
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private void strike(Fault fault, Fault.Place place, KeptFiles kept) throws Exception {
        var crowd = place.crowd();
        var server = place.server();
        int sessions = crowd.lostSessions();
        int refused = place.uploads().refused();
        crowd.open();
        while (crowd.finished() == 0) {
            Thread.sleep(100); // every clerk is logged in by then
        }
        Thread.sleep(LEAST_LOAD + random.nextInt(RANDOM_LOAD));
        var timers = new Timers(server).makeDue(TIMERS);
        Thread.sleep(random.nextInt(RANDOM_LOAD));
        crowd.fault();
        fault.strike(place, random);
        while (crowd.recovery().isEmpty()) {
            Thread.sleep(10);
        }
        Thread.sleep(LEAST_LOAD);
        var besides = fault.repair(place);
        var stuck = awaitAllGoOn(crowd);
        crowd.pause();
        double papersTook = new Papers(server).awaitMade();
        double timersTook = new Timers(server).awaitFired(timers);
        var verdict = Verdict.of(server, crowd, place.uploads(), kept, stuck);
        double recovery = crowd.recovery().orElseThrow();
        LOG.info("{}: recovered in {} s, {} timers within {} s, papers within {} s, {} uploads refused, {}, {}", fault, "%.2f".formatted(recovery), timers.size(), "%.0f".formatted(timersTook), "%.0f".formatted(papersTook), place.uploads().refused() - refused, besides, verdict);
        report.add(fault, new FaultReport.Struck(verdict, recovery, timers.size(), crowd.lostSessions() - sessions, papersTook, besides));
    }

    /** Whatever is refused for a reason of the fault's must be possible now. @return the cases that do not go on */
    private static List<String> awaitAllGoOn(Crowd crowd) throws InterruptedException {
        long from = System.nanoTime();
        while (!crowd.notGoneOnSince(from).isEmpty() && System.nanoTime() - from < PATIENCE.toNanos()) {
            Thread.sleep(100);
        }
        return crowd.notGoneOnSince(from);
    }
}
