package org.onewindow.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onewindow.casefile.RefusedInput;
import org.springframework.core.io.InputStreamSource;

/** An upload on the server's disk, for the checks that need a file; gone when closed. */
record ReceivedFile(Path file, long size) implements AutoCloseable, InputStreamSource {

    /**
     * @param largest bytes
     * @throws RefusedInput if it is larger, or empty; it does not name the file
     */
    static ReceivedFile of(InputStreamSource upload, long largest) throws IOException {
        var file = Files.createTempFile("upload-", ".part");
        boolean isWhole = false;
        try (var content = upload.getInputStream();
                var copy = Files.newOutputStream(file)) {
            long size = copy(content, copy, largest);
            isWhole = true;
            return new ReceivedFile(file, size);
        } finally {
            if (!isWhole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream content, OutputStream copy, long largest) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > largest) {
                throw new RefusedInput("超过了%d MB，请压缩或者拆分后再传".formatted(largest / (1024 * 1024)));
            }
            copy.write(buffer, 0, read);
        }
        if (size == 0) {
            throw new RefusedInput("是空文件，请核对后再传");
        }
        return size;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
