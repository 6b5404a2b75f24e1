package org.onewindow.attachment;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A picture with the watermark over it, upright and no larger than a screen can use. */
final class MarkedPicture {

    /** Picture elements on a side. */
    private static final int LARGEST = 3600;
    /** How many watermarks fit across the shorter side, at least. */
    private static final double ACROSS = 1.5;

    private MarkedPicture() {}

    /** Writes a JPEG. */
    static void write(Path source, BufferedImage watermark, Path target) throws IOException {
        var picture = read(source);
        mark(picture, watermark);
        if (!ImageIO.write(picture, "jpeg", target.toFile())) {
            throw new IOException("no writer for JPEG");
        }
    }

    static void mark(BufferedImage picture, BufferedImage watermark) {
        var graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            double scale = Math.min(picture.getWidth(), picture.getHeight()) / (ACROSS * watermark.getWidth());
            int stepX = Math.max(1, (int) (watermark.getWidth() * scale));
            int stepY = Math.max(1, (int) (watermark.getHeight() * scale));
            for (int y = 0; y < picture.getHeight(); y += stepY) {
                for (int x = 0; x < picture.getWidth(); x += stepX) {
                    graphics.drawImage(watermark, x, y, stepX, stepY, null);
                }
            }
        } finally {
            graphics.dispose();
        }
    }

    private static BufferedImage read(Path source) throws IOException {
        try (var input = ImageIO.createImageInputStream(source.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no reader for the picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return onWhite(smaller(reader), Orientation.of(source));
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            throw new IOException("unreadable picture", e); // the readers are not prepared for every damage
        }
    }

    private static BufferedImage smaller(ImageReader reader) throws IOException {
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int every = (longer + LARGEST - 1) / LARGEST;
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage onWhite(BufferedImage picture, Orientation orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var upright = orientation.isTurned()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = upright.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            graphics.drawImage(picture, orientation.upright(width, height), null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }
}
