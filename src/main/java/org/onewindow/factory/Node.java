package org.onewindow.factory;

import java.util.List;
import java.util.Optional;

/**
 * A shape of a process (BPMN flow node) and its place in the diagram.
 *
 * @param element its BPMN element, without prefix
 * @param name empty for a shape without a name
 * @param attributes further attributes, names and values in turn
 * @param extensions elements of Camunda's namespace: each its name, then its attributes
 * @param timer of a timer event
 * @param inside what a sub-process holds
 */
record Node(
        String id,
        String element,
        String name,
        List<String> attributes,
        List<List<String>> extensions,
        Optional<Timer> timer,
        Bounds bounds,
        Label label,
        Optional<Scope> inside) {

    /** Where the name stands. */
    enum Label {
        INSIDE,
        ABOVE,
        BELOW,
        /** Below to the right of a line that goes down. */
        BESIDE
    }

    /** @param date an expression that gives the moment at which it goes off */
    record Timer(String id, String date) {}

    static final int TASK_WIDTH = 120;
    static final int TASK_HEIGHT = 80;
    static final int GATEWAY = 50;
    static final int EVENT = 36;

    private static final int CHARACTER = 14;

    static Node task(String element, String id, String name, int cx, int cy, String... attributes) {
        var bounds = Bounds.around(cx, cy, TASK_WIDTH, TASK_HEIGHT);
        return new Node(
                id,
                element,
                name,
                List.of(attributes),
                List.of(),
                Optional.empty(),
                bounds,
                Label.INSIDE,
                Optional.empty());
    }

    static Node gateway(String element, String id, String name, int cx, int cy, Label label) {
        var bounds = Bounds.around(cx, cy, GATEWAY, GATEWAY);
        return new Node(id, element, name, List.of(), List.of(), Optional.empty(), bounds, label, Optional.empty());
    }

    static Node event(String element, String id, String name, int cx, int cy, String... attributes) {
        var bounds = Bounds.around(cx, cy, EVENT, EVENT);
        return new Node(
                id,
                element,
                name,
                List.of(attributes),
                List.of(),
                Optional.empty(),
                bounds,
                Label.BELOW,
                Optional.empty());
    }

    static Node subProcess(String id, String name, Bounds bounds, Scope inside, String... attributes) {
        return new Node(
                id,
                "subProcess",
                name,
                List.of(attributes),
                List.of(),
                Optional.empty(),
                bounds,
                Label.INSIDE,
                Optional.of(inside));
    }

    Node with(List<List<String>> extensions) {
        return new Node(id, element, name, attributes, extensions, timer, bounds, label, inside);
    }

    Node with(Timer timer) {
        return new Node(id, element, name, attributes, extensions, Optional.of(timer), bounds, label, inside);
    }

    /** The id without what kind of shape it is: {@code handle} of {@code task_handle}. */
    String stem() {
        return id.substring(id.indexOf('_') + 1);
    }

    boolean isExclusiveGateway() {
        return element.equals("exclusiveGateway");
    }

    /** Where the name stands when it stands outside the shape. */
    Optional<Bounds> labelBounds() {
        if (name.isEmpty() || label == Label.INSIDE) {
            return Optional.empty();
        }
        int width = CHARACTER * name.length();
        if (label == Label.BESIDE) {
            return Optional.of(new Bounds(bounds.cx() + 10, bounds.bottom() + 3, width, CHARACTER));
        }
        int y = label == Label.BELOW ? bounds.bottom() + 6 : bounds.y() - 21;
        return Optional.of(new Bounds(bounds.cx() - width / 2, y, width, CHARACTER));
    }
}
