package org.onewindow.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An empty PostgreSQL as production has it, beside the applications that use it. */
public final class ExternalDatabase implements AutoCloseable {

    private static final String STRONG = "Lv4!shuiBei-Xi";

    private final EmbeddedServer server = EmbeddedServer.start(new DatabaseSettings(
            Path.of("target/postgres"), Path.of("target/postgres-binaries"), 0, Duration.ofSeconds(60), true));

    public String jdbcUrl() {
        return server.jdbcUrl();
    }

    public String user() {
        return EmbeddedServer.NAME;
    }

    public String password() {
        return server.password();
    }

    /**
     * The settings of a node in production, but that its cookies go without TLS.
     *
     * @param administrator account of the first administrator
     * @param password of that account
     */
    public List<String> settings(String administrator, String password) {
        return new ArrayList<>(List.of(
                "--spring.profiles.active=production",
                "--server.address=127.0.0.1",
                "--server.servlet.session.cookie.secure=false",
                "--camunda.bpm.webapp.csrf.enable-secure-cookie=false",
                "--ONEWINDOW_DB_URL=" + jdbcUrl(),
                "--ONEWINDOW_DB_USER=" + user(),
                // Hexadecimal as drawn it has but two of the four kinds of characters.
                "--ONEWINDOW_DB_PASSWORD=" + STRONG,
                "--spring.datasource.password=" + password(),
                "--ONEWINDOW_ADMIN_USER=" + administrator,
                "--ONEWINDOW_ADMIN_PASSWORD=" + STRONG,
                "--ONEWINDOW_PUBLIC_ADDRESS=http://localhost",
                "--ONEWINDOW_SEAL_KEYS=" + Path.of("target/seals.p12").toAbsolutePath(),
                "--ONEWINDOW_SEAL_KEYS_PASSWORD=yichuang-demo",
                "--onewindow.documents.own-keys=true",
                "--onewindow.files.folder=" + Path.of("target/files").toAbsolutePath(),
                "--onewindow.administrator.password=" + password));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
