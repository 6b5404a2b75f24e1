package org.onewindow.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a disk, and what a disk may refuse. */
class FolderStoreTest extends FileStoreContract {

    @TempDir
    private Path folder;

    private FileStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder.resolve("files"), 0);
    }

    @Override
    FileStore store() {
        return store;
    }

    @Test
    void noFolderHoldsTooMany() {
        var hash = store.put(stream("fan-out"));
        assertThat(folder.resolve("files")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2, 4))
                        .resolve(hash))
                .hasContent("fan-out");
    }

    @Test
    void aFullDiskIsToldWithItsRemedyAndNothingIsWritten() {
        var full = new FolderStore(folder.resolve("files"), Long.MAX_VALUE);
        assertThatThrownBy(() -> full.put(stream("too much")))
                .isInstanceOf(FileStoreFailure.class)
                .hasMessageContaining("磁盘空间不足")
                .hasMessageContaining("清理或者扩充");
        assertThat(filesUnder(folder)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithItsRemedy() throws IOException {
        var file = Files.writeString(folder.resolve("a file"), "not a folder");
        var wrong = new FolderStore(file, 0);
        assertThatThrownBy(() -> wrong.put(stream("nowhere")))
                .isInstanceOf(FileStoreFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("onewindow.files.folder");
    }

    @Test
    void whatAnEndedServerLeftHalfWrittenIsDiscardedOnceItIsOld() throws IOException {
        var incoming = Files.createDirectories(folder.resolve("files/incoming"));
        var old = Files.writeString(incoming.resolve("1.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        var recent = Files.writeString(incoming.resolve("2.part"), "half");
        Files.setLastModifiedTime(recent, FileTime.from(Instant.parse("2026-03-03T00:00:00Z")));
        store.discardUnfinished(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(filesUnder(folder)).containsExactly(recent);
    }

    private static List<Path> filesUnder(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
