package org.onewindow.workflow.picture;

import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.onewindow.workflow.picture.ModelPicture.Mark;

/** Events, activities and gateways, in the notation that designers know from Modeler. */
final class Shapes {

    private static final Mark NONE = new Mark("", "", "");
    private static final double LABEL_WIDTH = 96;
    private static final double BELOW = 14;

    private Shapes() {}

    static boolean isGroup(BaseElement element) {
        return element instanceof SubProcess;
    }

    static void draw(Drawing drawing, BpmnShape shape, Map<String, Mark> marks) {
        if (!(shape.getBpmnElement() instanceof FlowElement element)) {
            return;
        }
        var bounds = shape.getBounds();
        var mark = marks.getOrDefault(element.getId(), NONE);
        drawing.reach(bounds);
        drawing.add("<g class=\"shape %s %s\" data-element=\"%s\">", kind(element), mark.style(), element.getId());
        if (!mark.title().isEmpty()) {
            drawing.add("<title>%s</title>", Drawing.escaped(mark.title()));
        }
        outline(drawing, element, bounds);
        name(drawing, shape, element);
        badge(drawing, bounds, mark);
        drawing.add("</g>");
    }

    private static String kind(FlowElement element) {
        if (element instanceof SubProcess) {
            return "group";
        }
        if (element instanceof Event) {
            return "event";
        }
        return element instanceof Gateway ? "gateway" : "task";
    }

    private static void outline(Drawing drawing, FlowElement element, Bounds bounds) {
        if (element instanceof Event event) {
            event(drawing, event, bounds);
        } else if (element instanceof Gateway) {
            gateway(drawing, element, bounds);
        } else {
            drawing.add(
                    "<rect class=\"outline%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\"/>",
                    element instanceof CallActivity ? " called" : "",
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getWidth(),
                    bounds.getHeight());
        }
    }

    private static void event(Drawing drawing, Event event, Bounds bounds) {
        double x = bounds.getX() + bounds.getWidth() / 2;
        double y = bounds.getY() + bounds.getHeight() / 2;
        double radius = bounds.getWidth() / 2;
        drawing.add(
                "<circle class=\"outline%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
                event instanceof EndEvent ? " end" : "", x, y, radius);
        if (!(event instanceof StartEvent || event instanceof EndEvent)) {
            drawing.add("<circle class=\"outline\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", x, y, radius - 3);
        }
        if (event instanceof CatchEvent waiting
                && waiting.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
            drawing.add("<path class=\"sign\" d=\"M%1$.1f %2$.1fv-8M%1$.1f %2$.1fl6 3\"/>", x, y);
        }
    }

    private static void gateway(Drawing drawing, FlowElement element, Bounds bounds) {
        double x = bounds.getX() + bounds.getWidth() / 2;
        double y = bounds.getY() + bounds.getHeight() / 2;
        double half = bounds.getWidth() / 2;
        drawing.add(
                "<path class=\"outline\" d=\"M%s %sL%s %sL%s %sL%s %sZ\"/>",
                number(x),
                number(y - half),
                number(x + half),
                number(y),
                number(x),
                number(y + half),
                number(x - half),
                number(y));
        var sign = element instanceof ParallelGateway
                ? "M%1$.1f %3$.1fV%4$.1fM%5$.1f %2$.1fH%6$.1f"
                : "M%5$.1f %3$.1fL%6$.1f %4$.1fM%5$.1f %4$.1fL%6$.1f %3$.1f";
        drawing.add("<path class=\"sign\" d=\"" + sign + "\"/>", x, y, y - 8, y + 8, x - 8, x + 8);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void name(Drawing drawing, BpmnShape shape, FlowElement element) {
        if (element.getName() == null) {
            return;
        }
        var bounds = shape.getBounds();
        double x = bounds.getX() + bounds.getWidth() / 2;
        if (element instanceof SubProcess) {
            drawing.text(element.getName(), x, bounds.getY() + BELOW, bounds.getWidth());
        } else if (element instanceof Activity) {
            drawing.text(element.getName(), x, bounds.getY() + bounds.getHeight() / 2, bounds.getWidth() - 12);
        } else {
            label(drawing, shape, element.getName(), x);
        }
    }

    private static void label(Drawing drawing, BpmnShape shape, String name, double x) {
        var label = shape.getBpmnLabel() == null ? null : shape.getBpmnLabel().getBounds();
        if (label == null) {
            double y = shape.getBounds().getY() + shape.getBounds().getHeight() + BELOW;
            drawing.reach(x, y + BELOW);
            drawing.text(name, x, y, LABEL_WIDTH);
        } else {
            drawing.reach(label);
            drawing.text(
                    name,
                    label.getX() + label.getWidth() / 2,
                    label.getY() + label.getHeight() / 2,
                    Math.max(LABEL_WIDTH, label.getWidth() + 4));
        }
    }

    private static void badge(Drawing drawing, Bounds bounds, Mark mark) {
        if (mark.badge().isEmpty()) {
            return;
        }
        double width = 14 + mark.badge().length() * 8.0;
        double x = bounds.getX() + bounds.getWidth();
        drawing.reach(x + width / 2, bounds.getY() - 12);
        drawing.add(
                "<g class=\"badge\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"20\" rx=\"10\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\">%s</text></g>",
                x - width / 2, bounds.getY() - 11, width, x, bounds.getY() + 3.5, Drawing.escaped(mark.badge()));
    }
}
