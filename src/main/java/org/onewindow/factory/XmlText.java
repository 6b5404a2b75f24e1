package org.onewindow.factory;

import java.util.ArrayDeque;
import java.util.Deque;

/** XML as Camunda Modeler lays it out: an element a line, two spaces a level. */
final class XmlText {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn; one without a value is left out */
    XmlText open(String element, String... attributes) {
        start(element, attributes).append(">\n");
        open.push(element);
        return this;
    }

    XmlText close() {
        var element = open.pop();
        indent().append("</").append(element).append(">\n");
        return this;
    }

    XmlText empty(String element, String... attributes) {
        start(element, attributes).append(" />\n");
        return this;
    }

    XmlText leaf(String element, String content, String... attributes) {
        start(element, attributes)
                .append('>')
                .append(escape(content, false))
                .append("</")
                .append(element)
                .append(">\n");
        return this;
    }

    private StringBuilder start(String element, String... attributes) {
        indent().append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null && !attributes[i + 1].isEmpty()) {
                text.append(' ').append(attributes[i]).append("=\"");
                text.append(escape(attributes[i + 1], true)).append('"');
            }
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    private static String escape(String value, boolean attribute) {
        var escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return attribute ? escaped.replace("\"", "&quot;").replace("\n", "&#10;") : escaped;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
