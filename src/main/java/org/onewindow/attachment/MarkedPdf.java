package org.onewindow.attachment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** A PDF with the watermark over every page, and without what would run by itself when it is opened. */
final class MarkedPdf {

    /** Points for each picture element of the watermark. */
    private static final float SCALE = 0.4f;
    /** Watermarks side by side, at most: a page may claim to be as large as a field. */
    private static final int MOST = 8;

    private MarkedPdf() {}

    static void write(Path source, BufferedImage watermark, Path target) throws IOException {
        try (var document = PdfFiles.open(source)) {
            document.setAllSecurityToBeRemoved(true);
            disarm(document);
            var tile = LosslessFactory.createFromImage(document, watermark);
            for (var page : document.getPages()) {
                mark(document, page, tile);
            }
            document.save(target.toFile());
        } catch (RuntimeException e) {
            throw new IOException("unreadable PDF", e); // the library is not prepared for every damage
        }
    }

    private static void disarm(PDDocument document) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.removeItem(COSName.OPEN_ACTION);
        catalog.removeItem(COSName.AA);
        var names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            names.removeItem(COSName.JAVA_SCRIPT);
            names.removeItem(COSName.EMBEDDED_FILES);
        }
    }

    private static void mark(PDDocument document, PDPage page, PDImageXObject tile) throws IOException {
        var box = page.getCropBox();
        boolean isTurned = page.getRotation() % 180 != 0;
        float width = isTurned ? box.getHeight() : box.getWidth();
        float height = isTurned ? box.getWidth() : box.getHeight();
        float scale = Math.max(SCALE, Math.max(width / (MOST * tile.getWidth()), height / (MOST * tile.getHeight())));
        float stepX = tile.getWidth() * scale;
        float stepY = tile.getHeight() * scale;
        try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.transform(upright(page.getRotation(), box));
            for (float y = 0; y < height; y += stepY) {
                for (float x = 0; x < width; x += stepX) {
                    content.drawImage(tile, x, y, stepX, stepY);
                }
            }
        }
    }

    /** From a page as it is seen, its corner at 0, to the page as it is described. */
    private static Matrix upright(int rotation, PDRectangle box) {
        var corner =
                switch (Math.floorMod(rotation, 360)) {
                    case 90 -> Matrix.getTranslateInstance(box.getUpperRightX(), box.getLowerLeftY());
                    case 180 -> Matrix.getTranslateInstance(box.getUpperRightX(), box.getUpperRightY());
                    case 270 -> Matrix.getTranslateInstance(box.getLowerLeftX(), box.getUpperRightY());
                    default -> Matrix.getTranslateInstance(box.getLowerLeftX(), box.getLowerLeftY());
                };
        corner.rotate(Math.toRadians(rotation));
        return corner;
    }
}
