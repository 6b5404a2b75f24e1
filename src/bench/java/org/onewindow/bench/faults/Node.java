package org.onewindow.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One process of the packaged application. */
final class Node implements AutoCloseable {

    private static final Path JAR = Path.of("target", "one-window.jar");
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final Path log;
    private final int port;
    private final int megabytes;
    private final Server server;
    private final Store store;
    private final String keepFree;
    private final WallClock clock;
    private Process process;

    /**
     * @param megabytes of heap
     * @param keepFree what the node leaves of the store's disk
     */
    Node(Path folder, int port, int megabytes, Server server, Store store, String keepFree) throws IOException {
        this.log = folder.resolve("node-" + port + ".log");
        this.store = store;
        this.keepFree = keepFree;
        this.clock = new WallClock(folder.resolve("clock-" + port));
        this.port = port;
        this.megabytes = megabytes;
        this.server = server;
    }

    /** What the command line's check needs to find the same database. */
    static List<String> database(Server server) {
        return List.of(
                "--spring.profiles.active=production",
                "--ONEWINDOW_DB_URL=" + server.url(),
                "--ONEWINDOW_DB_USER=" + Server.NAME,
                "--ONEWINDOW_DB_PASSWORD=" + Server.PASSWORD,
                "--ONEWINDOW_ADMIN_USER=admin",
                "--ONEWINDOW_ADMIN_PASSWORD=" + Server.PASSWORD,
                "--ONEWINDOW_PUBLIC_ADDRESS=http://localhost",
                "--ONEWINDOW_SEAL_KEYS=target/bench/seals.p12",
                "--ONEWINDOW_SEAL_KEYS_PASSWORD=" + Server.PASSWORD,
                "--onewindow.documents.own-keys=true");
    }

    void start() throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException("no " + JAR + ": run mvn package -DskipTests first");
        }
        Files.deleteIfExists(log);
        var command = new ArrayList<>(store.entrance());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-jar",
                JAR.toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                // There is no TLS on this machine.
                "--server.servlet.session.cookie.secure=false",
                "--camunda.bpm.webapp.csrf.enable-secure-cookie=false",
                "--onewindow.files.folder=" + store.folder(),
                "--onewindow.files.keep-free=" + keepFree));
        command.addAll(database(server));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(clock.environment());
        process = builder.start();
    }

    void startIfGone() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            start();
            awaitReady();
        }
    }

    /** Seconds that it took from now. */
    double awaitReady() throws IOException, InterruptedException {
        long from = System.nanoTime();
        while (!Files.readString(log).contains("Started OneWindow")) {
            if (!process.isAlive() || System.nanoTime() - from > START_LIMIT.toNanos()) {
                throw new IOException("a node did not start, see " + log);
            }
            Thread.sleep(100);
        }
        return (System.nanoTime() - from) / 1e9;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    WallClock clock() {
        return clock;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
