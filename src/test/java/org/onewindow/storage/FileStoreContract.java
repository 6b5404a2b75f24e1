package org.onewindow.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onewindow.storage.FileStore.StoredFile;

/** What every file store does. */
abstract class FileStoreContract {

    /** SHA-256 of {@code 一窗}. */
    private static final String HASH = "dfb4fca23ba10a1907c2effb7ed8755507f75cb7e074b99c980a3815be0e202f";

    abstract FileStore store();

    @Test
    void aFileIsFoundByTheHashOfItsContent() throws IOException {
        var hash = store().put(stream("一窗"));
        assertThat(hash).isEqualTo(HASH);
        assertThat(store().contains(hash)).isTrue();
        assertThat(content(hash)).isEqualTo("一窗");
    }

    @Test
    void aLargeContentComesBackUnchanged() throws IOException {
        var bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        var hash = store().put(new ByteArrayInputStream(bytes));
        try (var stored = store().open(hash).orElseThrow()) {
            assertThat(stored.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void anEmptyContentIsAFileToo() throws IOException {
        assertThat(content(store().put(stream("")))).isEmpty();
    }

    @Test
    void theSameContentIsStoredOnce() {
        var hash = store().put(stream("once"));
        var first = listed();
        assertThat(store().put(stream("once"))).isEqualTo(hash);
        assertThat(listed()).isEqualTo(first).hasSize(1);
    }

    @Test
    void theListTellsSizeAndTime() {
        var hash = store().put(stream("listed"));
        assertThat(listed()).singleElement().satisfies(file -> {
            assertThat(file.hash()).isEqualTo(hash);
            assertThat(file.size()).isEqualTo(6);
            assertThat(file.storedAt()).isNotNull();
        });
    }

    @Test
    void theListHasEveryFile() {
        var hashes = IntStream.range(0, 25)
                .mapToObj(n -> store().put(stream("file " + n)))
                .toList();
        assertThat(listed()).extracting(StoredFile::hash).containsExactlyInAnyOrderElementsOf(hashes);
    }

    @Test
    void aDeletedFileIsGoneAndMayComeAgain() throws IOException {
        var hash = store().put(stream("deleted"));
        store().delete(hash);
        store().delete(hash);
        assertThat(store().contains(hash)).isFalse();
        assertThat(store().open(hash)).isEmpty();
        assertThat(listed()).isEmpty();
        store().put(stream("deleted"));
        assertThat(content(hash)).isEqualTo("deleted");
    }

    @Test
    void anUploadThatBreaksOffLeavesNoFile() {
        var broken = new SequenceInputStream(stream("the first half"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }
        });
        assertThatThrownBy(() -> store().put(broken)).isInstanceOf(UncheckedIOException.class);
        assertThat(listed()).isEmpty();
    }

    @Test
    void manyMayStoreTheSameAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var same = Collections.nCopies(32, (Callable<String>) () -> store().put(stream("at once")));
            for (var put : pool.invokeAll(same)) {
                assertThat(content(put.get())).isEqualTo("at once");
            }
        } finally {
            pool.shutdown();
        }
        assertThat(listed()).hasSize(1);
    }

    @Test
    void whatIsNoHashIsNoName() {
        for (var name : List.of("../../etc/passwd", "", "ABCDEF", HASH + "/x", HASH.toUpperCase(Locale.ROOT))) {
            assertThatThrownBy(() -> store().open(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().delete(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().contains(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String content(String hash) throws IOException {
        try (var stored = store().open(hash).orElseThrow()) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<StoredFile> listed() {
        try (var files = store().list()) {
            return files.toList();
        }
    }
}
