package org.onewindow.factory;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.factory.Flow.Point;

/** What a process or a sub-process holds: its shapes and the flows between them, each with the line that it takes. */
final class Scope {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    List<Node> nodes() {
        return nodes;
    }

    List<Flow> flows() {
        return flows;
    }

    Node add(Node node) {
        nodes.add(node);
        return node;
    }

    /** What the flow says and when it is taken. */
    record Way(String name, String condition, boolean isDefault) {

        static final Way PLAIN = new Way("", "", false);

        static Way when(String name, String condition) {
            return new Way(name, "${" + condition + "}", false);
        }

        static Way otherwise(String name) {
            return new Way(name, "", true);
        }
    }

    void straight(Node from, Node to) {
        straight(from, to, Way.PLAIN);
    }

    /** From the right border to the left one, at the height of the one that is no sub-process. */
    void straight(Node from, Node to, Way way) {
        int y = y(from.inside().isPresent() ? to : from);
        add(from, to, way, new Point(right(from), y), new Point(left(to), y));
    }

    /** From the lower border to the upper one below it. */
    void down(Node from, Node to, Way way) {
        add(from, to, way, new Point(x(from), bottom(from)), new Point(x(from), top(to)));
    }

    /** From the upper border to the lower one above it. */
    void up(Node from, Node to) {
        add(from, to, Way.PLAIN, new Point(x(from), top(from)), new Point(x(from), bottom(to)));
    }

    /** Down, then to the right. */
    void downThenRight(Node from, Node to, Way way) {
        add(from, to, way, new Point(x(from), bottom(from)), new Point(x(from), y(to)), new Point(left(to), y(to)));
    }

    /** To the right, then up. */
    void rightThenUp(Node from, Node to) {
        add(
                from,
                to,
                Way.PLAIN,
                new Point(right(from), y(from)),
                new Point(x(to), y(from)),
                new Point(x(to), bottom(to)));
    }

    /** Down, along at a height, and on down. */
    void stepDown(Node from, Node to, int height, Way way) {
        add(
                from,
                to,
                way,
                new Point(x(from), bottom(from)),
                new Point(x(from), height),
                new Point(x(to), height),
                new Point(x(to), top(to)));
    }

    /** Around below. */
    void under(Node from, Node to, int height, Way way) {
        add(
                from,
                to,
                way,
                new Point(x(from), bottom(from)),
                new Point(x(from), height),
                new Point(x(to), height),
                new Point(x(to), bottom(to)));
    }

    /** Back over the top, into the upper border at some place. */
    void back(Node from, Node to, int height, int entry, Way way) {
        add(
                from,
                to,
                way,
                new Point(x(from), top(from)),
                new Point(x(from), height),
                new Point(entry, height),
                new Point(entry, top(to)));
    }

    private void add(Node from, Node to, Way way, Point... line) {
        flows.add(new Flow(from, to, way.name(), way.condition(), way.isDefault(), List.of(line)));
    }

    private static int x(Node node) {
        return node.bounds().cx();
    }

    private static int y(Node node) {
        return node.bounds().cy();
    }

    private static int left(Node node) {
        return node.bounds().x();
    }

    private static int right(Node node) {
        return node.bounds().right();
    }

    private static int top(Node node) {
        return node.bounds().y();
    }

    private static int bottom(Node node) {
        return node.bounds().bottom();
    }
}
