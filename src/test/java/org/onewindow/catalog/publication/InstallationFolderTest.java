package org.onewindow.catalog.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.catalog.ItemFiles;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is read of the installation's folder. */
class InstallationFolderTest {

    @TempDir
    private Path items;

    private Path folder;

    @BeforeEach
    void anItemWithFilesBesideItsPage() throws IOException {
        folder = Files.createDirectories(items.resolve("social").resolve("permit"));
        Files.writeString(items.resolve("social").resolve("outside.pdf"), "outside");
        Files.writeString(folder.resolve("空白申请表.docx"), "blank");
        Files.writeString(folder.resolve("样表.pdf"), "sample");
        page("");
    }

    @Test
    void theDocumentsThatThePageNamesAreTakenAndNoOthers() throws IOException {
        page("blankForm: 空白申请表.docx, sample: ../outside.pdf");
        assertThat(item().documents()).containsOnlyKeys("空白申请表.docx");
        assertThat(item().documents().get("空白申请表.docx")).asString().isEqualTo("blank");
        page("blankForm: item.yaml, sample: 没有.pdf");
        assertThat(item().documents()).isEmpty();
    }

    @Test
    void anotherDocumentIsAnotherContent() throws IOException {
        page("blankForm: 空白申请表.docx");
        var former = item().digest();
        Files.writeString(folder.resolve("样表.pdf"), "not named");
        assertThat(item().digest()).isEqualTo(former);
        Files.writeString(folder.resolve("空白申请表.docx"), "changed");
        assertThat(item().digest()).isNotEqualTo(former);
    }

    private void page(String files) throws IOException {
        Files.writeString(folder.resolve(ItemFiles.PAGE), "materials: [{" + files + "}]");
    }

    private ItemFiles item() {
        var read = new InstallationFolder(
                        new PathMatchingResourcePatternResolver(), items.toUri().toString())
                .items();
        assertThat(read).singleElement().extracting(ItemFiles::folder).isEqualTo("social/permit");
        return read.get(0);
    }
}
