package org.onewindow.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.OneWindow;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** What whoever runs several nodes asks one of them: shall it be restarted, shall it be sent people. */
class ProbesTest {

    private static final String STRONG = "Lv4!shuiBei-Xi";

    @TempDir
    Path temporary;

    @Test
    void aNodeIsReadyOnceItHasStartedAndOnlyWhileItHasItsDatabase() throws Exception {
        var external = new DatabaseSettings(
                temporary.resolve("external"), Path.of("target/postgres-binaries"), 0, Duration.ofSeconds(60), true);
        var whileStarting = new AtomicReference<Answer>();
        try (var database = EmbeddedServer.start(external);
                var context = new SpringApplicationBuilder(OneWindow.class)
                        .listeners((ApplicationListener<WebServerInitializedEvent>) opened ->
                                whileStarting.set(ask(opened.getWebServer().getPort(), "readiness")))
                        .run(
                                "--spring.profiles.active=production",
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.datasource.hikari.connection-timeout=3000",
                                "--ONEWINDOW_DB_URL=" + database.jdbcUrl(),
                                "--ONEWINDOW_DB_USER=" + EmbeddedServer.NAME,
                                "--ONEWINDOW_DB_PASSWORD=" + STRONG,
                                "--spring.datasource.password=" + database.password(),
                                "--ONEWINDOW_ADMIN_USER=wangwei",
                                "--ONEWINDOW_ADMIN_PASSWORD=" + STRONG)) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            assertThat(whileStarting).hasValue(new Answer(503, "{\"status\":\"OUT_OF_SERVICE\"}"));
            assertThat(ask(port, "readiness")).isEqualTo(new Answer(200, "{\"status\":\"UP\"}"));

            database.close();

            assertThat(ask(port, "readiness")).isEqualTo(new Answer(503, "{\"status\":\"DOWN\"}"));
            assertThat(ask(port, "liveness"))
                    .as("a restart would not bring the database back")
                    .isEqualTo(new Answer(200, "{\"status\":\"UP\"}"));
        }
    }

    private record Answer(int status, String body) {}

    private static Answer ask(int port, String probe) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/" + probe))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
