package org.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.onewindow.organization.OrganizationFile;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A copy of a shipped item without faults, in which a test breaks one thing. */
final class SampleItem {

    private static final Path SHIPPED = Path.of("processes/items/social/public-health-permit");
    private static final ItemLint LINT = lint(new PathMatchingResourcePatternResolver());

    private final Path folder;

    private SampleItem(Path folder) {
        this.folder = folder;
    }

    static SampleItem in(Path parent) {
        var folder = parent.resolve("public-health-permit");
        try (var files = Files.list(SHIPPED)) {
            Files.createDirectories(folder);
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleItem(folder);
    }

    private static ItemLint lint(PathMatchingResourcePatternResolver resources) {
        try {
            return new ItemLint(
                    OrganizationFile.read(resources.getResource(OrganizationFile.DEFAULT_LOCATION)), resources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Replaces the first occurrence of a text, which must be there; {@code \n} stands for the end of a line. */
    SampleItem change(String file, String from, String to) {
        try {
            var text = Files.readString(folder.resolve(file));
            var old = from.replace("\\n", "\n");
            assertThat(text).as(file).contains(old);
            int at = text.indexOf(old);
            Files.writeString(
                    folder.resolve(file),
                    text.substring(0, at) + to.replace("\\n", "\n") + text.substring(at + old.length()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> lint() {
        return lint(folder);
    }

    static List<Finding> lint(Path root) {
        return LINT.lint(ItemLint.folders(root));
    }

    /** That one rule is broken, at one place, and that reason and remedy are told in Chinese. */
    void breaks(String rule, String place) {
        assertThat(lint()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule().id()).isEqualTo(rule);
            assertThat(finding.place()).isEqualTo(place);
            assertThat(finding.why()).containsPattern("\\p{IsHan}").endsWith("。");
            assertThat(finding.remedy()).containsPattern("\\p{IsHan}").endsWith("。");
        });
    }
}
