package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.organization.Organization;
import org.onewindow.organization.OrganizationFile;
import org.springframework.core.io.ClassPathResource;

/** The seals' keys: made for the demo, demanded in production, kept between two starts. */
class SealKeysTest {

    private static Organization organization;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readTheOrganization() throws IOException {
        organization = OrganizationFile.read(new ClassPathResource("config/organization.yaml"));
    }

    @Test
    void theDemosKeysAreTheSameAfterARestart() {
        var made = keys(true).entry("health-commission").getCertificate();
        assertThat(keys(true).entry("health-commission").getCertificate()).isEqualTo(made);
    }

    @Test
    void productionDoesNotStartWithoutEveryDepartmentsKey() {
        keys(true).entry("health-commission");
        assertThatExceptionOfType(UnusableSealKeys.class)
                .isThrownBy(() -> keys(false))
                .withMessageContaining("civil-affairs")
                .withMessageContaining("verification")
                .withMessageNotContaining("health-commission");
    }

    @Test
    void aFileThatIsNoKeyStoreIsNamed() throws IOException {
        Files.writeString(folder.resolve("seals.p12"), "no key store");
        assertThatExceptionOfType(UnusableSealKeys.class)
                .isThrownBy(() -> keys(true))
                .withMessageContaining("seals.p12")
                .withMessageContaining("不能打开");
    }

    private SealKeys keys(boolean own) {
        return new SealKeys(
                new DocumentSettings(
                        URI.create("http://localhost"),
                        folder.resolve("seals.p12"),
                        "Lingxi-Huayuan-77",
                        own,
                        false,
                        new DocumentSettings.Fonts(List.of(), List.of())),
                organization);
    }
}
