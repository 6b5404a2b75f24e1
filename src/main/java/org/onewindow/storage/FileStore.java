package org.onewindow.storage;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps files (文件库) by the SHA-256 of their content, in lower-case hex: the same content is stored once, and what was stored
 * never changes. Whoever writes a row that refers to a file goes through {@link Filing}, so that the sweep spares the file.
 *
 * <p>Every method throws {@link FileStoreFailure} where the store does not answer or is full.
 */
public interface FileStore {

    /** @param size bytes */
    record StoredFile(String hash, long size, Instant storedAt) {}

    /**
     * Stores a content, whole or not at all.
     *
     * @return its hash, once the file would survive a power failure
     * @throws UncheckedIOException if the content cannot be read to its end
     */
    String put(InputStream content);

    /** The content; whoever reads it closes it. */
    Optional<InputStream> open(String hash);

    boolean contains(String hash);

    /** Does nothing if there is no such file. */
    void delete(String hash);

    /** All files, in any order; whoever reads the list closes it. */
    Stream<StoredFile> list();

    /** Removes what is left of uploads that began before a moment and never ended. */
    void discardUnfinished(Instant before);
}
