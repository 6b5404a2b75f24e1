package org.onewindow.attachment;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A watermark (水印) as a transparent picture, to be laid over pages and pictures as often as they are large. It is drawn with
 * whatever installed font has its characters, so that none has to be embedded.
 */
final class Watermark {

    private static final int FONT_SIZE = 40;
    private static final double SLOPE = Math.toRadians(-25);
    /** Picture elements between two of them. */
    private static final int GAP = 120;

    private static final Color INK = new Color(70, 70, 70, 70);
    /** Around the letters, so that they are seen on what is dark. */
    private static final Color RIM = new Color(255, 255, 255, 60);

    private Watermark() {}

    /** @throws NoChineseFont if no installed font has all its characters */
    static BufferedImage tile(String text) {
        var context = new FontRenderContext(null, true, true);
        var outline = font(text).createGlyphVector(context, text).getOutline();
        var sloped = AffineTransform.getRotateInstance(SLOPE).createTransformedShape(outline);
        var bounds = sloped.getBounds();
        var tile = new BufferedImage(bounds.width + GAP, bounds.height + GAP, BufferedImage.TYPE_INT_ARGB);
        var graphics = tile.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.translate(GAP / 2 - bounds.x, GAP / 2 - bounds.y);
            graphics.setColor(RIM);
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(sloped);
            graphics.setColor(INK);
            graphics.fill(sloped);
        } finally {
            graphics.dispose();
        }
        return tile;
    }

    private static Font font(String text) {
        var usual = new Font(Font.SANS_SERIF, Font.BOLD, FONT_SIZE);
        return Stream.concat(
                        Stream.of(usual),
                        Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment()
                                        .getAllFonts())
                                .map(font -> font.deriveFont(Font.BOLD, FONT_SIZE)))
                .filter(font -> font.canDisplayUpTo(text) < 0)
                .findFirst()
                .orElseThrow(NoChineseFont::new);
    }
}
