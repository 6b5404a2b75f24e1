package org.onewindow.factory;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The diagram of a process as a person sees it, and what that person would mend. */
public final class Diagram {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    private static final double ROUNDING = 1;

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
    private final Map<String, List<Point2D>> edges = new LinkedHashMap<>();
    private final Map<String, Rectangle2D> labels = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Diagram() {}

    /** What is wrong with the diagram of a BPMN file: nothing, one hopes. */
    public static List<String> faults(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        var diagram = new Diagram();
        elements(document.getDocumentElement(), BPMN, "*").forEach(e -> diagram.elements.put(e.getAttribute("id"), e));
        diagram.read(document.getDocumentElement());
        diagram.everythingIsDrawn();
        diagram.linesEndOnTheirShapes();
        diagram.shapesStandClear();
        diagram.linesRunClear();
        diagram.labelsAreReadable();
        return diagram.faults;
    }

    private void read(Element root) {
        for (var shape : elements(root, BPMNDI, "BPMNShape")) {
            var id = shape.getAttribute("bpmnElement");
            shapes.put(id, bounds((Element)
                    shape.getElementsByTagNameNS(DC, "Bounds").item(0)));
            readLabel(id, shape);
        }
        for (var edge : elements(root, BPMNDI, "BPMNEdge")) {
            var id = edge.getAttribute("bpmnElement");
            edges.put(
                    id,
                    elements(edge, DI, "waypoint").stream()
                            .map(p -> (Point2D) new Point2D.Double(number(p, "x"), number(p, "y")))
                            .toList());
            readLabel(id, edge);
        }
    }

    private void readLabel(String id, Element drawn) {
        for (var label : elements(drawn, BPMNDI, "BPMNLabel")) {
            labels.put(id, bounds((Element)
                    label.getElementsByTagNameNS(DC, "Bounds").item(0)));
        }
    }

    private void everythingIsDrawn() {
        elements.forEach((id, element) -> {
            boolean flow = element.getLocalName().equals("sequenceFlow");
            boolean node = element.getLocalName().matches(".*([tT]ask|Event|Gateway|subProcess|callActivity)");
            if (flow && edges.getOrDefault(id, List.of()).size() < 2 || node && !shapes.containsKey(id)) {
                faults.add(id + " is not drawn");
            }
        });
    }

    private void linesEndOnTheirShapes() {
        edges.forEach((id, line) -> {
            var flow = elements.get(id);
            check(onBorder(flow.getAttribute("sourceRef"), line.get(0)), id + " does not start on its shape");
            check(
                    onBorder(flow.getAttribute("targetRef"), line.get(line.size() - 1)),
                    id + " does not end on its shape");
            for (var segment : segments(line)) {
                check(segment.getX1() == segment.getX2() || segment.getY1() == segment.getY2(), id + " runs askew");
            }
        });
    }

    private boolean onBorder(String shape, Point2D point) {
        var r = shapes.get(shape);
        double dx = Math.abs(point.getX() - r.getCenterX());
        double dy = Math.abs(point.getY() - r.getCenterY());
        var kind = elements.get(shape).getLocalName();
        if (kind.endsWith("Gateway")) {
            return Math.abs(dx + dy - r.getWidth() / 2) <= ROUNDING;
        }
        if (kind.endsWith("Event")) {
            return Math.abs(Math.hypot(dx, dy) - r.getWidth() / 2) <= ROUNDING;
        }
        return Math.abs(dx - r.getWidth() / 2) <= ROUNDING && dy <= r.getHeight() / 2
                || Math.abs(dy - r.getHeight() / 2) <= ROUNDING && dx <= r.getWidth() / 2;
    }

    private void shapesStandClear() {
        pairs(List.copyOf(shapes.keySet()), (one, other) -> {
            var a = shapes.get(one);
            var b = shapes.get(other);
            if (within(one, other)) {
                check(b.contains(a), one + " reaches out of " + other);
            } else if (within(other, one)) {
                check(a.contains(b), other + " reaches out of " + one);
            } else {
                check(!a.intersects(b), one + " and " + other + " overlap");
            }
        });
    }

    private void linesRunClear() {
        edges.forEach((id, line) -> {
            for (var shape : shapes.keySet()) {
                var inner = inner(shapes.get(shape));
                if (!within(id, shape)) {
                    check(segments(line).stream().noneMatch(inner::intersectsLine), id + " crosses " + shape);
                }
            }
        });
        pairs(List.copyOf(edges.keySet()), (one, other) -> {
            boolean related = sameEnd("sourceRef", one, other) || sameEnd("targetRef", one, other);
            boolean cross = segments(edges.get(one)).stream()
                    .anyMatch(a -> segments(edges.get(other)).stream().anyMatch(a::intersectsLine));
            check(related || !cross, one + " and " + other + " cross");
        });
    }

    private void labelsAreReadable() {
        labels.forEach((id, label) -> {
            shapes.forEach((shape, bounds) -> {
                if (!within(id, shape)) {
                    check(!bounds.intersects(label), "the label of " + id + " lies on " + shape);
                }
            });
            edges.forEach((edge, line) -> check(
                    segments(line).stream().noneMatch(label::intersectsLine),
                    "the label of " + id + " lies on " + edge));
        });
        pairs(
                List.copyOf(labels.keySet()),
                (one, other) -> check(
                        !labels.get(one).intersects(labels.get(other)),
                        "the labels of " + one + " and " + other + " overlap"));
    }

    /** Whether an element stands in a sub-process, at any depth. */
    private boolean within(String id, String scope) {
        for (Node parent = elements.get(id).getParentNode();
                parent instanceof Element e;
                parent = parent.getParentNode()) {
            if (e.getAttribute("id").equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private boolean sameEnd(String end, String one, String other) {
        return elements.get(one).getAttribute(end).equals(elements.get(other).getAttribute(end));
    }

    private void check(boolean fine, String fault) {
        if (!fine) {
            faults.add(fault);
        }
    }

    private interface Pair {
        void meets(String one, String other);
    }

    private static void pairs(List<String> all, Pair pair) {
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                pair.meets(all.get(i), all.get(j));
            }
        }
    }

    private static List<Line2D> segments(List<Point2D> line) {
        return IntStream.range(1, line.size())
                .mapToObj(i -> (Line2D) new Line2D.Double(line.get(i - 1), line.get(i)))
                .toList();
    }

    private static Rectangle2D inner(Rectangle2D r) {
        return new Rectangle2D.Double(r.getX() + 2, r.getY() + 2, r.getWidth() - 4, r.getHeight() - 4);
    }

    private static Rectangle2D bounds(Element bounds) {
        return new Rectangle2D.Double(
                number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(Element root, String namespace, String name) {
        var found = root.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
