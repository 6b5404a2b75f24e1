package org.onewindow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.OneWindow;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.check.CaseCheck;
import org.onewindow.workflow.check.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;

/** Backup and restore (备份与恢复) by the very commands of docs/operations.md, while the hall is at work. */
@ExtendWith(OwnPostgres.Required.class)
@HallTest
@Import(BackupTest.OnTheMachinesOwnPostgres.class)
@DirtiesContext
class BackupTest {

    private static final String STRONG = "Lv4!shuiBei-Xi";

    @TempDir
    Path folder;

    @Autowired
    private OwnPostgres postgres;

    @Autowired
    private Hall hall;

    /** Instead of the embedded server. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OnTheMachinesOwnPostgres {

        @Bean
        OwnPostgres ownPostgres() throws IOException, InterruptedException {
            var folder = Files.createTempDirectory("own-postgres");
            var postgres = OwnPostgres.create(folder.resolve("data"));
            postgres.shell("createdb onewindow", folder);
            return postgres;
        }

        @Bean
        @Primary
        JdbcConnectionDetails ownConnection(OwnPostgres postgres) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return postgres.url("onewindow");
                }

                @Override
                public String getUsername() {
                    return "postgres";
                }

                @Override
                public String getPassword() {
                    return "";
                }
            };
        }
    }

    @Test
    void whatIsRestoredAgreesAndHoldsWhatWasDoneBefore() throws Exception {
        hall.openOn(LocalDateTime.now(OneWindow.ZONE).withNano(0).toString());
        var way = new PermitWay(hall);
        way.received();
        var permit = way.checked();
        way.issues(way.readyForIssuance());

        postgres.shell(documented("pg_dump"), folder);
        way.reviews(permit, "agree");
        way.accepted();
        postgres.shell(documented("createdb"), folder);
        postgres.shell(documented("pg_restore"), folder);
        assertThat(checked(postgres.url("restored")).cases()).isEqualTo(3);
        assertThat(checked(postgres.url("onewindow")).cases()).isEqualTo(4);

        postgres.shell(documented("pg_basebackup"), folder);
        way.received();
        try (var restored = postgres.startOn(folder.resolve("base"))) {
            assertThat(checked(restored.url("onewindow")).cases()).isEqualTo(4);
        }
    }

    private static CaseCheck.Extent checked(String url) {
        var found = new ArrayList<Finding>();
        var extent = CaseCheck.run(
                List.of(
                        "--spring.profiles.active=production",
                        "--ONEWINDOW_DB_URL=" + url,
                        "--ONEWINDOW_DB_USER=postgres",
                        "--ONEWINDOW_DB_PASSWORD=" + STRONG,
                        "--ONEWINDOW_ADMIN_USER=admin",
                        "--ONEWINDOW_ADMIN_PASSWORD=" + STRONG),
                found::add);
        assertThat(found).isEmpty();
        return extent;
    }

    private static String documented(String program) throws IOException {
        return Files.readAllLines(Path.of("docs/operations.md")).stream()
                .filter(line -> line.startsWith(program + " "))
                .findFirst()
                .orElseThrow();
    }
}
