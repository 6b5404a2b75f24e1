package org.onewindow.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * The machine's own PostgreSQL, server and tools of one version: the embedded one comes without tools, and older ones refuse it.
 * Without it a person's run skips the rehearsal of the backup and says so; CI fails.
 */
final class OwnPostgres implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final List<String> NEEDED =
            List.of("initdb", "pg_ctl", "postgres", "createdb", "pg_dump", "pg_restore", "pg_basebackup");

    private final Path programs;
    private final Path data;
    private final int port;

    private OwnPostgres(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Asked before anything of the test is made. */
    static final class Required implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (newest().isPresent()) {
                return ConditionEvaluationResult.enabled("PostgreSQL " + newest().get());
            }
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException("没有找到 PostgreSQL 的程序，备份与恢复的演练不能运行：请安装 postgresql");
            }
            return ConditionEvaluationResult.disabled("没有找到 PostgreSQL 的程序，跳过备份与恢复的演练：请安装 postgresql");
        }
    }

    private static Optional<Path> newest() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> NEEDED.stream().allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.comparing(
                            bin -> Integer.valueOf(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty server. */
    static OwnPostgres create(Path data) throws IOException, InterruptedException {
        var programs = newest().orElseThrow();
        run(
                Map.of(),
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C");
        return start(programs, data);
    }

    /** Another server of the same programs, on data that are there. */
    OwnPostgres startOn(Path others) throws IOException, InterruptedException {
        return start(programs, others);
    }

    private static OwnPostgres start(Path programs, Path data) throws IOException, InterruptedException {
        int port;
        try (var any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        run(
                Map.of(),
                programs.resolve("pg_ctl").toString(),
                "--pgdata=" + data,
                "--log=" + data.resolveSibling(data.getFileName() + ".log"),
                "--options=-p " + port + " -c unix_socket_directories= -c listen_addresses=127.0.0.1 -c fsync=off",
                "--wait",
                "start");
        return new OwnPostgres(programs, data, port);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Runs a line of a shell with the tools in its path and the connection in its environment. */
    void shell(String line, Path backup) throws IOException, InterruptedException {
        run(
                Map.of(
                        "PATH",
                        programs + ":" + System.getenv("PATH"),
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(port),
                        "PGUSER",
                        "postgres",
                        "PGDATABASE",
                        "onewindow",
                        "BACKUP",
                        backup.toString()),
                "sh",
                "-c",
                line);
    }

    /** In a user namespace, where root is not root: the server refuses to run as such. */
    private static void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(command));
        var output = Files.createTempFile("postgres", ".out");
        var process = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().putAll(environment);
        int status = process.start().waitFor();
        var said = Files.readString(output);
        Files.delete(output);
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status + ":\n" + said);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(Map.of(), programs.resolve("pg_ctl").toString(), "--pgdata=" + data, "--mode=immediate", "--wait", "stop");
        FileSystemUtils.deleteRecursively(data);
    }
}
