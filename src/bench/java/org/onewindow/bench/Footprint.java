package org.onewindow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * What the packaged jar takes: the time until it is ready, on an empty database and with data present, then the memory that
 * fifty clerks make it use. {@code mvn package -DskipTests}, then {@code mvn -Pbench test -Dbench.what=footprint}.
 */
final class Footprint {

    private static final Logger LOG = LoggerFactory.getLogger(Footprint.class);
    private static final int CLERKS = 50;
    /** Milliseconds between two requests of a clerk. */
    private static final long THINKING = 500;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern HEAP_USED = Pattern.compile("heap .* used (\\d+)K");
    private static final Pattern RSS = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final int starts = Integer.getInteger("bench.rounds");
    private final Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds"));
    private final Path jar = Path.of("target", "one-window.jar").toAbsolutePath();
    private final Path folder = Path.of("target", "bench", "footprint").toAbsolutePath();
    private final HttpClient probe = HttpClient.newHttpClient();

    /**
     * What was measured.
     *
     * @param firstStart on an empty database, with its creation and the demo cases
     * @param starts with data present
     * @param cases that the clerks carried through
     * @param completeP95 milliseconds
     * @param heapMegabytes in use after a garbage collection, the clerks still logged in
     * @param peakMegabytes of the process, its heap among them
     */
    record Result(
            Start firstStart,
            List<Start> starts,
            int clerks,
            int cases,
            double completeP95,
            double heapMegabytes,
            double peakMegabytes) {}

    /**
     * Until it is ready.
     *
     * @param processorSeconds of the node, without its database; they hold on a busy machine too
     */
    record Start(double seconds, double processorSeconds) {}

    void run() throws Exception {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn package -DskipTests");
        }
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        int port = freePort();
        var first = start(port, Footprint::stop);
        var again = new ArrayList<Start>();
        for (int count = 1; count < starts; count++) {
            again.add(start(port, Footprint::stop));
        }
        var measured = new ArrayList<Result>();
        again.add(start(port, node -> {
            measured.add(serve(node, port));
            stop(node);
        }));
        var result = measured.get(0);
        write(new Result(
                first,
                again,
                CLERKS,
                result.cases(),
                result.completeP95(),
                result.heapMegabytes(),
                result.peakMegabytes()));
    }

    private interface Use {
        void of(Process node) throws Exception;
    }

    /** Starts the jar and uses it once it is ready. */
    private Start start(int port, Use use) throws Exception {
        long begin = System.nanoTime();
        var node = new ProcessBuilder(
                        "java",
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--onewindow.database.port=0",
                        "--onewindow.database.data-folder=" + folder.resolve("postgres"),
                        "--onewindow.database.binaries-folder=" + folder.resolve("binaries"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("node.log").toFile()))
                .start();
        try {
            while (!isReady(port)) {
                if (!node.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException("not ready, see " + folder.resolve("node.log"));
                }
                Thread.sleep(50);
            }
            var start = new Start(
                    (System.nanoTime() - begin) / 1e9,
                    node.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
            LOG.info("ready: {}", start);
            use.of(node);
            return start;
        } finally {
            node.destroyForcibly();
        }
    }

    private boolean isReady(int port) throws IOException, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(server(port).resolve("/health/readiness"))
                    .build();
            return probe.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private Result serve(Process node, int port) throws Exception {
        var counter = new PlatformOverHttp(server(port), THINKING);
        var cases = new AtomicInteger();
        var all = new Timings();
        long end = System.nanoTime() + time.toNanos();
        Callable<Void> clerk = () -> {
            var timings = new Timings();
            do {
                counter.complete(timings);
                cases.incrementAndGet();
            } while (System.nanoTime() < end);
            synchronized (all) {
                all.add(timings);
            }
            return null;
        };
        var clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            for (var done : clerks.invokeAll(Collections.nCopies(CLERKS, clerk))) {
                done.get();
            }
        } finally {
            clerks.shutdownNow();
        }
        jcmd(node, "GC.run");
        return new Result(
                new Start(0, 0),
                List.of(),
                CLERKS,
                cases.get(),
                all.steps().get("complete").getValueAtPercentile(95) / 1e3,
                number(HEAP_USED, jcmd(node, "GC.heap_info")) / 1024,
                number(RSS, Files.readString(Path.of("/proc/" + node.pid() + "/status"))) / 1024);
    }

    private static String jcmd(Process node, String command) throws IOException, InterruptedException {
        var asked = new ProcessBuilder("jcmd", String.valueOf(node.pid()), command)
                .redirectErrorStream(true)
                .start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return answer;
    }

    private static double number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(text);
        }
        return Double.parseDouble(found.group(1));
    }

    private static void stop(Process node) throws InterruptedException {
        node.destroy();
        if (!node.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not stop");
        }
    }

    private static URI server(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void write(Result result) throws IOException {
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolveSibling("footprint.json").toFile(), result);
        var sorted = result.starts().stream()
                .sorted(Comparator.comparing(Start::seconds))
                .toList();
        var middle = sorted.get((sorted.size() - 1) / 2);
        Files.writeString(folder.resolveSibling("footprint.md"), """
                | | measured | aim |
                |---|---|---|
                | first start, empty database, s | %.1f | |
                | start with data present, s (lowest–highest of %d) | %.1f (%.1f–%.1f) | ≤ 15 |
                | its processor time, s | %.1f | |
                | clerks, cases carried through | %d, %d | 50 |
                | complete p95, ms | %.0f | |
                | heap in use after a collection, MB | %.0f | ≤ 512 |
                | peak of the process, MB | %.0f | |
                """.formatted(
                        result.firstStart().seconds(),
                        sorted.size(),
                        middle.seconds(),
                        sorted.get(0).seconds(),
                        sorted.get(sorted.size() - 1).seconds(),
                        middle.processorSeconds(),
                        result.clerks(),
                        result.cases(),
                        result.completeP95(),
                        result.heapMegabytes(),
                        result.peakMegabytes()));
    }
}
