package org.onewindow.document;

import java.util.Locale;

/**
 * The visible seal (印章) as HTML: round, 42 mm, a star, the organ's name along the upper edge (国发〔1999〕25号). It shows
 * whose paper it is; what proves it is the signature.
 */
final class SealPicture {

    private static final double SIZE = 42;
    private static final double RADIUS = 16.2;
    private static final double CHARACTER = 5;
    /** Degrees that the name may take up, and that two characters keep apart at most. */
    private static final double SPAN = 260;

    private static final double STEP = 25;

    private SealPicture() {}

    /** @param purpose what stands below the star, e.g. 行政审批专用章 */
    static String html(String organ, String purpose) {
        var html = new StringBuilder("<div class=\"seal\"><div class=\"star\">★</div>");
        var characters = organ.codePoints().toArray();
        double step = Math.min(STEP, SPAN / Math.max(1, characters.length - 1));
        double angle = -step * (characters.length - 1) / 2;
        for (int character : characters) {
            html.append(character(character, angle));
            angle += step;
        }
        return html.append("<div class=\"purpose\">")
                .append(purpose)
                .append("</div></div>")
                .toString();
    }

    private static String character(int character, double angle) {
        double left = SIZE / 2 + RADIUS * Math.sin(Math.toRadians(angle)) - CHARACTER / 2;
        double top = SIZE / 2 - RADIUS * Math.cos(Math.toRadians(angle)) - CHARACTER / 2;
        return String.format(
                Locale.ROOT,
                "<span style=\"left:%.2fmm;top:%.2fmm;transform:rotate(%.1fdeg)\">%s</span>",
                left,
                top,
                angle,
                Character.toString(character));
    }
}
