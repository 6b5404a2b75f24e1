package org.onewindow.commandline;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The numbered lines of a UTF-8 file, whichever editor saved it: a byte order mark and CRLF make no difference. */
final class Lines implements Closeable {

    /** @param number counted from 1 */
    record Line(int number, String text) {}

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final BufferedReader reader;
    private int number;

    private Lines(String file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Opens a file and reads its beginning, so that an unreadable one is known before there is an answer.
     *
     * @throws WrongUsage if it cannot be read
     */
    static Lines of(String file) {
        try {
            var input = new InputStreamReader(Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8);
            var reader = new BufferedReader(input);
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return new Lines(file, reader);
        } catch (IOException | InvalidPathException e) {
            throw unreadable(file, e);
        }
    }

    /** The next line; empty at the end of the file. */
    Optional<Line> next() {
        try {
            return Optional.ofNullable(reader.readLine()).map(text -> new Line(++number, text));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static WrongUsage unreadable(String file, Exception cause) {
        return new WrongUsage("无法读取文件“" + file + "”，请检查路径和权限。", cause);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
