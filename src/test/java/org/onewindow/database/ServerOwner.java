package org.onewindow.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

/** An application of its own process, to be killed: starts a server, commits a row, and waits for its end. */
final class ServerOwner {

    private static final String READY = "ready";

    private ServerOwner() {}

    public static void main(String[] arguments) throws Exception {
        var settings =
                new DatabaseSettings(Path.of(arguments[0]), Path.of(arguments[1]), 0, Duration.ofSeconds(60), false);
        var server = EmbeddedServer.start(settings);
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.NAME, server.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists survivor (name text)");
            statement.execute("insert into survivor values ('committed')");
            System.out.println(READY);
            // Never answered: the test kills the process, or ends itself and with it the input.
            var end = System.in.read();
            System.out.println(end);
        }
        server.close();
    }

    static Process launch(Path dataFolder, Path binaries) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ServerOwner.class.getName(),
                        dataFolder.toString(),
                        binaries.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Waits for the child's word, not for time. */
    static void awaitReady(Process owner) throws IOException {
        var output = new StringBuilder();
        var reader = new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.equals(READY)) {
                return;
            }
            output.append(line).append('\n');
        }
        throw new AssertionError("The child ended: " + output);
    }
}
