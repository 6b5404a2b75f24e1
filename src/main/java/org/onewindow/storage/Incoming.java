package org.onewindow.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** A content that has arrived, whole and on the disk, in a file that nobody else knows; gone when closed. */
record Incoming(Path file, String hash) implements AutoCloseable {

    static final String SUFFIX = ".part";

    /**
     * @param folder where to write it; it has to be there
     * @throws UncheckedIOException if the content cannot be read
     * @throws IOException if it cannot be written
     */
    static Incoming receive(InputStream content, Path folder) throws IOException {
        var file = Files.createTempFile(folder, "", SUFFIX);
        boolean isWhole = false;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var digest = DigestUtils.getSha256Digest();
            var buffer = new byte[64 * 1024];
            for (int length = read(content, buffer); length >= 0; length = read(content, buffer)) {
                digest.update(buffer, 0, length);
                write(channel, ByteBuffer.wrap(buffer, 0, length));
            }
            channel.force(true);
            isWhole = true;
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
