package org.onewindow.bench.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The one PostgreSQL of all nodes, as careful as in production. It can be killed and started again on the same data. */
final class Server implements AutoCloseable {

    static final String NAME = "onewindow";
    /** Not for the world: the server listens on this machine, for as long as the benchmark runs. */
    static final String PASSWORD = "Lv4!shuiBei-Xi";

    private final Path cluster;
    private final Path log;
    private final Path control;
    private final int port;

    Server(Path folder, int port) throws IOException, SQLException, InterruptedException {
        this.cluster = folder.resolve("cluster");
        this.log = folder.resolve("server.log");
        this.port = port;
        initialize(folder.resolve("binaries"));
        try (var versions = Files.newDirectoryStream(folder.resolve("binaries"), "PG-*")) {
            this.control = versions.iterator().next().resolve("bin/pg_ctl");
        }
        start();
    }

    /** Unpacks the programs, and makes the cluster with an empty database. */
    private void initialize(Path binaries) throws IOException, SQLException {
        try (var server = EmbeddedPostgres.builder()
                        .setDataDirectory(cluster)
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(binaries.toFile())
                        .setPort(port)
                        .start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(NAME, PASSWORD));
            statement.execute("create database %1$s owner %1$s".formatted(NAME));
        }
    }

    void start() throws IOException, InterruptedException {
        control("start", "--log=" + log, "--options=-p " + port + " -c unix_socket_directories= -c max_connections=100"
                + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on");
    }

    private void control(String action, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // the server refuses to run as root
        }
        command.addAll(List.of(control.toString(), action, "--pgdata=" + cluster, "--wait"));
        command.addAll(List.of(options));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("PostgreSQL did not " + action + ", see " + log);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    /** Each statement on a connection of its own: the server may be gone at any time. */
    JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(url(), NAME, PASSWORD));
    }

    /** As a crash of the machine's software: no process of the server writes anything any more. */
    void kill() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
        var main = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> all = main.children().toList();
        main.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) {
            process.onExit().join();
        }
        main.onExit().join();
    }

    void cutConnections() {
        jdbc().queryForList("select pg_terminate_backend(pid) from pg_stat_activity where usename = ? and pid <> pg_backend_pid()", NAME);
    }

    @Override
    public void close() throws IOException {
        try {
            control("stop", "--mode=fast");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
