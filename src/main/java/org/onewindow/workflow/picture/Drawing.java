package org.onewindow.workflow.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.springframework.web.util.HtmlUtils;

/** An SVG that grows with what is drawn into it. */
final class Drawing {

    private static final double MARGIN = 12;
    /** Pixels. */
    private static final double FONT_SIZE = 12;

    private static final double LINE_HEIGHT = 15;
    private static final double LATIN_WIDTH = 0.56;

    private final StringBuilder content = new StringBuilder();
    private double left = Double.MAX_VALUE;
    private double top = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = -Double.MAX_VALUE;

    /** @param arguments numbers with a point, whatever the machine's language */
    void add(String format, Object... arguments) {
        content.append(String.format(Locale.ROOT, format, arguments).strip()).append('\n');
    }

    void reach(double x, double y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    void reach(Bounds bounds) {
        reach(bounds.getX(), bounds.getY());
        reach(bounds.getX() + bounds.getWidth(), bounds.getY() + bounds.getHeight());
    }

    /** Lines of text, centred on a point. */
    void text(String text, double x, double y, double width) {
        var lines = wrapped(text, width);
        double first = y - (lines.size() - 1) * LINE_HEIGHT / 2;
        for (int line = 0; line < lines.size(); line++) {
            add(
                    "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
                    x, first + line * LINE_HEIGHT + FONT_SIZE * 0.35, escaped(lines.get(line)));
        }
    }

    /** Chinese may be broken anywhere. */
    private static List<String> wrapped(String text, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double used = 0;
        for (int character : text.strip().codePoints().toArray()) {
            double advance = (character < 0x2E80 ? LATIN_WIDTH : 1) * FONT_SIZE;
            if (used + advance > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(character);
            used += advance;
        }
        lines.add(line.toString());
        return lines;
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** @param description for those who do not see it */
    String svg(String title, String description) {
        double width = right - left + 2 * MARGIN;
        double height = bottom - top + 2 * MARGIN;
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" class="model" role="img" aria-label="流程图：%s" \
                viewBox="%.0f %.0f %.0f %.0f" width="%.0f" height="%.0f">
                <desc>%s</desc><defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">\
                <path d="M0 0 10 5 0 10z"/></marker></defs>
                %s</svg>""",
                escaped(title),
                left - MARGIN,
                top - MARGIN,
                width,
                height,
                width,
                height,
                escaped(description),
                content);
    }
}
