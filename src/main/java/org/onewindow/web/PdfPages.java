package org.onewindow.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.onewindow.casefile.RefusedInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** A page of a PDF as a picture: within a workplace's frame, which is sandboxed, no browser shows a PDF itself. */
@Component
class PdfPages {

    /** Tells a preview where the last page is. */
    static final String COUNT = "Page-Count";

    /** Dots per inch: an A4 page is 910 dots wide. */
    private static final float RESOLUTION = 110;

    /** Each takes a processor and some memory. */
    private final Semaphore atOnce = new Semaphore(2);

    /** @param page 1-based */
    ResponseEntity<byte[]> picture(byte[] pdf, int page) {
        atOnce.acquireUninterruptibly();
        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            if (page < 1 || page > pages) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            var drawn = new PDFRenderer(document).renderImageWithDPI(page - 1, RESOLUTION, ImageType.RGB);
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_JPEG)
                    .header(COUNT, String.valueOf(pages))
                    .body(jpeg(drawn));
        } catch (IOException unreadable) {
            throw new RefusedInput("这个文件不能在这里显示，请下载后查看");
        } finally {
            atOnce.release();
        }
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
