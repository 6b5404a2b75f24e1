package org.onewindow.workflow.picture;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;

/** Flows: a line with an arrow, and its name where the designer put it. */
final class Edges {

    private static final double LABEL_WIDTH = 90;

    private Edges() {}

    static void draw(Drawing drawing, BpmnEdge edge) {
        edge.getWaypoints().forEach(point -> drawing.reach(point.getX(), point.getY()));
        drawing.add(
                "<polyline class=\"edge\" marker-end=\"url(#arrow)\" points=\"%s\"/>",
                edge.getWaypoints().stream()
                        .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.getX(), point.getY()))
                        .collect(Collectors.joining(" ")));
        Optional.of(edge.getBpmnElement())
                .filter(FlowElement.class::isInstance)
                .map(element -> ((FlowElement) element).getName())
                .filter(name ->
                        edge.getBpmnLabel() != null && edge.getBpmnLabel().getBounds() != null)
                .ifPresent(name -> {
                    var bounds = edge.getBpmnLabel().getBounds();
                    drawing.reach(bounds);
                    drawing.text(
                            name,
                            bounds.getX() + bounds.getWidth() / 2,
                            bounds.getY() + bounds.getHeight() / 2,
                            Math.max(LABEL_WIDTH, bounds.getWidth() + 4));
                });
    }
}
