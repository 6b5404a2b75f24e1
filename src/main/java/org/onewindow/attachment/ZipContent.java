package org.onewindow.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipFile;
import org.onewindow.casefile.RefusedInput;

/** What is inside a zip container, unpacked once to nowhere: how large it says to be proves nothing. */
final class ZipContent {

    private static final int MOST_ENTRIES = 10_000;
    /** Bytes, unpacked. */
    private static final long LARGEST = 256L * 1024 * 1024;

    private ZipContent() {}

    /**
     * The names of all files inside.
     *
     * @throws RefusedInput if it unpacks to more than any document holds (压缩炸弹)
     */
    static Set<String> names(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb();
            }
            var names = new HashSet<String>();
            long left = LARGEST;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                names.add(entry.getName());
                try (var content = zip.getInputStream(entry)) {
                    left -= length(content, left);
                }
            }
            return names;
        }
    }

    private static long length(InputStream content, long most) throws IOException {
        var buffer = new byte[64 * 1024];
        long length = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            length += read;
            if (length > most) {
                throw bomb();
            }
        }
        return length;
    }

    private static RefusedInput bomb() {
        return new RefusedInput("解压后过大，不予接收，请转换为 PDF 后再传");
    }
}
