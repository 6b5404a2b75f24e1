package org.onewindow.factory;

import java.util.List;
import java.util.Optional;

/**
 * A sequence flow and its line.
 *
 * @param name empty for a flow without a name
 * @param condition empty for a flow without one
 * @param isDefault whether it is taken where no condition holds
 */
record Flow(Node from, Node to, String name, String condition, boolean isDefault, List<Point> line) {

    /** A bend or an end of a line. */
    record Point(int x, int y) {}

    private static final int CHARACTER = 14;

    String id() {
        return "flow_" + from.stem() + "__" + to.stem();
    }

    /** Above the middle of the longest horizontal stretch, or else to the right of the vertical one. */
    Optional<Bounds> labelBounds() {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int width = CHARACTER * name.length();
        Bounds best = null;
        int longest = 0;
        for (int i = 1; i < line.size(); i++) {
            var a = line.get(i - 1);
            var b = line.get(i);
            int length = Math.abs(a.x() - b.x());
            if (a.y() == b.y() && length > longest) {
                longest = length;
                best = new Bounds((a.x() + b.x() - width) / 2, a.y() - 18, width, CHARACTER);
            }
        }
        if (best == null) {
            var a = line.get(0);
            var b = line.get(line.size() - 1);
            best = new Bounds(a.x() + 8, (a.y() + b.y()) / 2 - 7, width, CHARACTER);
        }
        return Optional.of(best);
    }
}
