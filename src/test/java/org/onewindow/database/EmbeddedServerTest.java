package org.onewindow.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedServerTest {

    private static final Path BINARIES = Path.of("target/postgres-binaries");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    @Test
    void dataIsKeptBetweenTwoRuns() throws Exception {
        try (var first = EmbeddedServer.start(settings(0))) {
            execute(first, "create table visit (number int)", "insert into visit values (7)");
        }
        try (var second = EmbeddedServer.start(settings(0))) {
            assertThat(query(second, "select number from visit")).isEqualTo("7");
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws Exception {
        try (var server = EmbeddedServer.start(settings(0))) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void serverOrphanedByAKilledApplicationIsTakenOverWithItsData() throws Exception {
        var application = ServerOwner.launch(folder(), BINARIES);
        ServerOwner.awaitReady(application);
        var orphan = Postmaster.of(cluster()).orElseThrow();

        kill(application.toHandle());
        assertThat(orphan.process().isAlive()).isTrue();

        try (var server = EmbeddedServer.start(settings(0))) {
            assertThat(query(server, "select name from survivor")).isEqualTo("committed");
            assertThat(Postmaster.of(cluster()).orElseThrow().process()).isNotEqualTo(orphan.process());
        }
    }

    @Test
    void committedDataIsRecoveredWhenTheServerIsKilledTooBeforeItWroteItsPages() throws Exception {
        var application = ServerOwner.launch(folder(), BINARIES);
        ServerOwner.awaitReady(application);
        var server = Postmaster.of(cluster()).orElseThrow();

        kill(server.process());
        kill(application.toHandle());

        assertThat(cluster().resolve("postmaster.pid")).exists();
        try (var next = EmbeddedServer.start(settings(0))) {
            assertThat(query(next, "select name from survivor")).isEqualTo("committed");
        }
    }

    @Test
    void leftoverNumberThatNowBelongsToAnotherProgramNeitherHindersNorHarmsIt() throws Exception {
        EmbeddedServer.start(settings(0)).close();
        var other = ServerOwner.launch(temporary.resolve("other"), BINARIES);
        ServerOwner.awaitReady(other);
        Files.writeString(cluster().resolve("postmaster.pid"), other.pid() + "\n" + cluster() + "\n");

        try (var server = EmbeddedServer.start(settings(0))) {
            assertThat(query(server, "select 1")).isEqualTo("1");
            assertThat(other.isAlive()).isTrue();
        } finally {
            end(other);
        }
    }

    @Test
    void firstStartThatWasKilledHalfWayIsDoneAgain() throws Exception {
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("postgresql.conf"), "");
        try (var server = EmbeddedServer.start(settings(0))) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void programsThatWereUnpackedHalfWayAreUnpackedAgain() throws Exception {
        var binaries = temporary.resolve("binaries");
        end(ready(ServerOwner.launch(folder(), binaries)));
        try (var versions = Files.list(binaries.resolve("unpacked"))) {
            var version = versions.findFirst().orElseThrow();
            Files.writeString(version.resolve("bin/postgres"), "half of it");
            Files.createFile(version.resolve("epg-lock"));
        }
        end(ready(ServerOwner.launch(folder(), binaries)));
    }

    @Test
    void severalFirstStartsAtOnceDoNotDisturbEachOther() throws Exception {
        var binaries = temporary.resolve("binaries");
        var owners = List.of(
                ServerOwner.launch(temporary.resolve("a"), binaries),
                ServerOwner.launch(temporary.resolve("b"), binaries));
        for (var owner : owners) {
            ServerOwner.awaitReady(owner);
        }
        for (var owner : owners) {
            end(owner);
        }
    }

    @Test
    void portTakenByAnyProgramIsRefusedAndTheSettingNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(settings(other.getLocalPort()))
                    .withMessageContaining("端口 " + other.getLocalPort() + " 已被其他程序占用")
                    .satisfies(refused -> assertThat(refused.remedy()).contains("onewindow.database.port"));
        }
    }

    @Test
    void portTakenByAnotherPostgresIsRefusedInsteadOfUsingTheWrongDatabase() throws Exception {
        var elsewhere = new DatabaseSettings(temporary.resolve("other"), BINARIES, 0, LIMIT, false);
        try (var other = EmbeddedServer.start(elsewhere)) {
            assertRefused(settings(other.port())).withMessageContaining("已被其他程序占用");
            assertThat(query(other, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusedStartGivesTheFolderFree() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(settings(other.getLocalPort()));
        }
        EmbeddedServer.start(settings(0)).close();
    }

    @Test
    void secondApplicationOnTheSameFolderIsRefused() throws Exception {
        var application = ready(ServerOwner.launch(folder(), BINARIES));
        try {
            assertRefused(settings(0))
                    .withMessageContaining("正被另一个运行中的一窗程序（进程号 " + application.pid() + "）使用")
                    .satisfies(refused -> assertThat(refused.remedy()).contains("onewindow.database.data-folder"));
        } finally {
            end(application);
        }
    }

    @Test
    void secondOwnerInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() throws Exception {
        try (var first = EmbeddedServer.start(settings(0))) {
            assertRefused(settings(0)).withMessageContaining("正被另一个运行中的一窗程序（本进程）使用");
            assertRefused(settings(0));
            assertThat(query(first, "select 1")).isEqualTo("1");
            var other = ServerOwner.launch(folder(), BINARIES);
            assertThat(new String(other.getInputStream().readAllBytes(), UTF_8)).contains("StartRefusedException");
        }
    }

    @Test
    void disposableServersRunSideBySideAndLeaveNothing() throws Exception {
        var settings = new DatabaseSettings(folder(), BINARIES, 15432, LIMIT, true);
        try (var first = EmbeddedServer.start(settings);
                var second = EmbeddedServer.start(settings)) {
            execute(first, "create table mine (number int)");
            assertThat(query(second, "select count(*) from pg_tables where tablename = 'mine'"))
                    .isEqualTo("0");
            assertThat(query(second, "show fsync")).isEqualTo("off");
        }
        try (var files = Files.list(folder().resolveSibling("postgres-1"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("owner.lock", "server.log");
        }
    }

    @Test
    void nobodyWithoutThePasswordGetsIn() throws Exception {
        try (var server = EmbeddedServer.start(settings(0))) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> DriverManager.getConnection(
                            "jdbc:postgresql://localhost:" + server.port() + "/postgres", "postgres", "guess")
                    .close());
            assertThat(query(server, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void brokenServerIsRefusedWithTheLastLinesOfItsLog() throws Exception {
        EmbeddedServer.start(settings(0)).close();
        FileSystemUtils.deleteRecursively(cluster().resolve("global"));
        assertRefused(new DatabaseSettings(folder(), BINARIES, 0, Duration.ofSeconds(30), false))
                .withMessageContaining("没有启动")
                .withMessageContaining("could not find the database system");
    }

    private Path folder() {
        return temporary.resolve("postgres");
    }

    private Path cluster() throws IOException {
        return Files.createDirectories(folder()).toRealPath().resolve("cluster");
    }

    private DatabaseSettings settings(int port) {
        return new DatabaseSettings(folder(), BINARIES, port, LIMIT, false);
    }

    private static Process ready(Process owner) throws IOException {
        ServerOwner.awaitReady(owner);
        return owner;
    }

    private static void end(Process owner) throws Exception {
        owner.getOutputStream().close();
        assertThat(owner.waitFor()).isZero();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static ThrowableAssertAlternative<StartRefusedException> assertRefused(DatabaseSettings settings) {
        return assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> EmbeddedServer.start(settings).close());
    }

    private static void execute(EmbeddedServer server, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.NAME, server.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.NAME, server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
