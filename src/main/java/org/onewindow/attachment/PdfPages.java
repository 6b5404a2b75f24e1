package org.onewindow.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * Draws a page of a PDF as a picture (预览): within a workplace's frame, which is sandboxed, no browser shows a PDF itself.
 * Strangers made some of them, so a page becomes no larger than a screen can use, whatever it claims to be.
 */
@Component
public class PdfPages {

    /** Picture elements for each point: an A4 page is 910 wide. */
    private static final float USUAL = 110f / 72;
    /** Picture elements on a side. */
    private static final float LARGEST = 1600;

    /** Each takes a processor and some memory. */
    private final Semaphore atOnce = new Semaphore(2);

    /** @param of how many pages there are */
    public record Page(byte[] jpeg, int of) {}

    /**
     * @param page 1-based
     * @return empty for a page that there is not
     * @throws IOException if the content cannot be drawn
     */
    public Optional<Page> draw(InputStream pdf, int page) throws IOException {
        return draw(pdf, page, Optional.empty());
    }

    Optional<Page> draw(InputStream pdf, int page, Optional<BufferedImage> watermark) throws IOException {
        var file = Files.createTempFile("page-", ".part");
        atOnce.acquireUninterruptibly();
        try {
            Files.copy(pdf, file, StandardCopyOption.REPLACE_EXISTING);
            return draw(file, page, watermark);
        } catch (RuntimeException e) {
            throw new IOException("unreadable PDF", e); // the library is not prepared for every damage
        } finally {
            atOnce.release();
            Files.deleteIfExists(file);
        }
    }

    private static Optional<Page> draw(Path file, int page, Optional<BufferedImage> watermark) throws IOException {
        try (var document = PdfFiles.open(file)) {
            int pages = document.getNumberOfPages();
            if (page < 1 || page > pages) {
                return Optional.empty();
            }
            var picture = picture(document, page - 1);
            watermark.ifPresent(tile -> MarkedPicture.mark(picture, tile));
            return Optional.of(new Page(jpeg(picture), pages));
        }
    }

    private static BufferedImage picture(PDDocument document, int index) throws IOException {
        var box = document.getPage(index).getCropBox();
        float scale = Math.min(USUAL, LARGEST / Math.max(box.getWidth(), box.getHeight()));
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true); // a scan is not unpacked larger than it is shown
        return renderer.renderImage(index, scale, ImageType.RGB);
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", bytes)) {
            throw new IOException("no writer for JPEG");
        }
        return bytes.toByteArray();
    }
}
