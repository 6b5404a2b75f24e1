package org.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.catalog.lint.CatalogLint;
import org.onewindow.catalog.lint.ItemsRefused;
import org.onewindow.organization.OrganizationFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The start of the application, as far as its items can spoil it. */
class CatalogLintTest {

    private static final Path PERMIT = Path.of("processes/items/social/public-health-permit");

    @TempDir
    private Path folder;

    @Test
    void anItemWithoutFaultsIsLetThrough() {
        assertThatCode(() -> lint(PERMIT).refuseFaults()).doesNotThrowAnyException();
    }

    @Test
    void anItemWithFaultsStopsTheStartWithItsFindings() throws IOException {
        var item = Files.createDirectory(folder.resolve("public-health-permit"));
        try (var files = Files.list(PERMIT)) {
            for (var file : files.toList()) {
                var text = Files.readString(file).replace("promisedDays: 7", "promisedDays: 70");
                Files.writeString(item.resolve(file.getFileName()), text);
            }
        }
        assertThatThrownBy(() -> lint(item).refuseFaults())
                .isInstanceOf(ItemsRefused.class)
                .hasMessageContaining("processes/items/social/public-health-permit/item.yaml:")
                .hasMessageContaining("limits.promisedDays [promise-within-statute]")
                .hasMessageContaining("承诺时限70日超过法定时限20日");
    }

    private static CatalogLint lint(Path item) throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        var page = new FileSystemResource(item.resolve("item.yaml"));
        var entry = new Catalog.Entry(
                ItemPage.read(Files.readString(item.resolve("item.yaml"))).item("item.yaml"),
                "social/public-health-permit",
                page);
        var organization = OrganizationFile.read(resources.getResource(OrganizationFile.DEFAULT_LOCATION));
        return new CatalogLint(new Catalog(List.of(entry)), organization, resources);
    }
}
