package org.onewindow.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running embedded PostgreSQL, on a data folder that nobody else uses. */
final class EmbeddedServer implements AutoCloseable {

    /** Name of the role and of the database that it owns; as in production it is no superuser. */
    static final String NAME = "onewindow";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int SHOWN_LOG_LINES = 8;

    private final DatabaseSettings settings;
    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private EmbeddedServer(DatabaseSettings settings, DataFolder folder) throws IOException {
        this.settings = settings;
        this.folder = folder;
        this.server = startServer();
    }

    /**
     * Starts the server, first stopping the one that a killed run left on the folder, and waits until it answers.
     *
     * @throws StartRefusedException if it cannot be started as it is set up
     */
    static EmbeddedServer start(DatabaseSettings settings) {
        refuseRootWithoutNamespaces();
        try {
            var folder = settings.disposable()
                    ? DataFolder.openDisposable(settings.dataFolder())
                    : DataFolder.open(settings.dataFolder());
            try {
                return start(settings, folder);
            } catch (IOException | SQLException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefusedException(
                    "内置数据库没有启动：" + e.getMessage(),
                    "请检查数据目录 " + settings.dataFolder().toAbsolutePath() + " 是否可写、磁盘是否已满，以及其中的 server.log。",
                    e);
        }
    }

    private static EmbeddedServer start(DatabaseSettings settings, DataFolder folder) throws IOException, SQLException {
        stopServerOf(folder, settings);
        refuseTakenPort(settings);
        if (settings.disposable() || !folder.isComplete()) {
            folder.empty();
        }
        Files.deleteIfExists(folder.log());
        EmbeddedServer started;
        try {
            started = new EmbeddedServer(settings, folder);
        } catch (IOException | RuntimeException e) {
            var running = Postmaster.of(folder.cluster()).isPresent();
            stopServerOf(folder, settings);
            if (!running) {
                refuseTakenPort(settings);
            }
            throw noAnswer(settings, folder, e);
        }
        try {
            started.verify();
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            started.server.close();
            throw e;
        }
    }

    private static void refuseRootWithoutNamespaces() {
        var needsNamespaces = "root".equals(System.getProperty("user.name"));
        if (needsNamespaces && !LinuxUtils.isUnshareAvailable()) {
            throw new StartRefusedException(
                    "内置数据库 PostgreSQL 不允许以 root 账户运行，而本机又不支持用户命名空间（unshare -U）。", "请改用普通账户启动本程序。");
        }
    }

    private static void stopServerOf(DataFolder folder, DatabaseSettings settings) throws IOException {
        var running = Postmaster.of(folder.cluster());
        if (running.isPresent()) {
            LOG.info("停止遗留的数据库服务（进程号 {}）", running.get().process().pid());
            running.get().stop(settings.startLimit());
        }
    }

    private static void refuseTakenPort(DatabaseSettings settings) throws IOException {
        if (!settings.disposable() && settings.port() != 0) {
            TakenPort.refuse(settings.port());
        }
    }

    private static StartRefusedException noAnswer(DatabaseSettings settings, DataFolder folder, Exception e)
            throws IOException {
        return new StartRefusedException(
                "内置数据库在 " + settings.startLimit().toSeconds() + " 秒内没有启动（数据目录 " + folder + "）。"
                        + lastLines(folder.log()),
                "请查看 " + folder.log() + "；如果只是恢复数据较慢，请调大 onewindow.database.start-limit。",
                e);
    }

    private static String lastLines(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - SHOWN_LOG_LINES))
                .collect(Collectors.joining("\n  ", "服务日志的最后几行：\n  ", ""));
    }

    private EmbeddedPostgres startServer() throws IOException {
        var onDisk = settings.disposable() ? "off" : "on";
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.cluster())
                .setCleanDataDirectory(false)
                // Spring stops the server, after the connection pool; a hook of its own would run beside it.
                .setRegisterShutdownHook(false)
                .setPort(settings.disposable() ? 0 : settings.port())
                .setPGStartupWait(settings.startLimit())
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                // By default everyone with an account on this machine would be the database's superuser.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.passwordFile().toString())
                .setConnectConfig("password", folder.password())
                .setServerConfig("unix_socket_directories", "")
                // Sorts alike on every machine, whatever its language.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // Zonky starts with both off: a crash would lose what was committed.
                .setServerConfig("fsync", onDisk)
                .setServerConfig("synchronous_commit", onDisk)
                .setServerConfig("full_page_writes", onDisk)
                .setServerConfig("max_connections", "100");
        return PostgresBinaries.start(builder, settings.binariesFolder());
    }

    private void verify() throws IOException, SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!Path.of(show(statement, "data_directory")).toRealPath().equals(folder.cluster())) {
                throw TakenPort.refusal(port());
            }
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                if (!settings.disposable() && !"on".equals(show(statement, setting))) {
                    throw new StartRefusedException(
                            "数据库设置 " + setting + " 没有生效，断电会丢失数据。", "请检查数据目录中的 postgresql.conf。");
                }
            }
            if (!folder.isComplete()) {
                createDatabase(connection);
                folder.markComplete();
            }
            LOG.info("内置数据库 PostgreSQL {} 已启动：端口 {}，数据目录 {}", show(statement, "server_version"), port(), folder);
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void createDatabase(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(NAME, password()));
            statement.execute("create database %1$s owner %1$s".formatted(NAME));
        }
    }

    int port() {
        return server.getPort();
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port() + "/" + NAME;
    }

    String password() {
        try {
            return folder.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and gives the data folder free. */
    @Override
    public void close() throws IOException {
        server.close();
        // Zonky waits five seconds; writing everything out may take longer.
        stopServerOf(folder, settings);
        folder.close(settings.disposable());
    }
}
