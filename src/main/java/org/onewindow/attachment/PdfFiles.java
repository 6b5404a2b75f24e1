package org.onewindow.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens PDF files that strangers made: what they unpack to goes to the disk, and only so much of it. */
final class PdfFiles {

    /** Bytes. */
    private static final long IN_MEMORY = 16L * 1024 * 1024;
    /** Bytes. */
    private static final long AT_MOST = 512L * 1024 * 1024;

    private PdfFiles() {}

    /** @throws IOException if it is none, needs a password or holds too much */
    static PDDocument open(Path file) throws IOException {
        try {
            return Loader.loadPDF(
                    file.toFile(), "", null, null, MemoryUsageSetting.setupMixed(IN_MEMORY, AT_MOST).streamCache);
        } catch (RuntimeException e) {
            throw new IOException("unreadable PDF", e); // the parser is not prepared for every damage
        }
    }
}
