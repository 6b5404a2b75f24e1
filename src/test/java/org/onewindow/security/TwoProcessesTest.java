package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.OneWindow;
import org.onewindow.database.ExternalDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes as processes of their own, started at once on an empty database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoProcessesTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    /** Not the project's folder, whose settings would be read beside those of the application. */
    @TempDir
    static Path folder;

    private ExternalDatabase database;
    private final List<Process> nodes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    @BeforeAll
    void startBothAtOnce() throws IOException {
        database = new ExternalDatabase();
        nodes.add(launch());
        nodes.add(launch());
        for (var node : nodes) {
            ports.add(portOf(node));
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator)),
                OneWindow.class.getName(),
                "--server.port=0"));
        command.addAll(database.settings("admin", Visitor.PASSWORD));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Waits for the node's word. */
    private static int portOf(Process node) throws IOException {
        var output = new StringBuilder();
        var reader = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.append(line).append('\n');
            var port = PORT.matcher(line);
            if (port.find()) {
                new Thread(() -> reader.lines().forEach(rest -> {})).start();
                return Integer.parseInt(port.group(1));
            }
        }
        throw new AssertionError("a node did not start:\n" + output);
    }

    @AfterAll
    void stop() throws IOException {
        nodes.forEach(Process::destroyForcibly);
        database.close();
    }

    @Test
    @Order(1)
    void theirModelsAndItemsAreThereOnce() {
        var jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
        assertThat(jdbc.sql("select max(version_) from act_re_procdef")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select max(n) from (select count(*) as n from published_item group by code) x")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from act_id_membership where group_id_ = 'camunda-admin'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void whoLoggedInOnANodeThatIsLostGoesOnAtTheOther() throws InterruptedException {
        var atFirst = Visitor.loggedIn(ports.get(0), "admin", "cockpit");
        assertThat(atFirst.engine("GET", "user/admin/profile", null).statusCode())
                .isEqualTo(200);
        nodes.get(0).destroyForcibly().waitFor();
        var atOther = atFirst.at(ports.get(1));
        assertThat(atOther.engine("GET", "user/admin/profile", null).statusCode())
                .isEqualTo(200);
        assertThat(atOther.engine("POST", "task", Map.of()).statusCode())
                .as("the token against forged requests is known there too")
                .isEqualTo(200);
        assertThat(Visitor.anonymous(ports.get(1))
                        .engine("GET", "user/admin/profile", null)
                        .statusCode())
                .isEqualTo(401);
    }
}
