package org.onewindow.factory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process and its diagram as BPMN 2.0 XML. */
final class BpmnText {

    private final XmlText xml = new XmlText();

    private BpmnText() {}

    /** @param id the process's id, {@code item_…} */
    static String of(String id, String name, String documentation, Scope process) {
        var text = new BpmnText();
        text.definitions(id, name, documentation, process);
        return text.xml.toString();
    }

    private void definitions(String id, String name, String documentation, Scope process) {
        xml.open(
                "bpmn:definitions",
                "xmlns:bpmn",
                "http://www.omg.org/spec/BPMN/20100524/MODEL",
                "xmlns:bpmndi",
                "http://www.omg.org/spec/BPMN/20100524/DI",
                "xmlns:dc",
                "http://www.omg.org/spec/DD/20100524/DC",
                "xmlns:di",
                "http://www.omg.org/spec/DD/20100524/DI",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:camunda",
                "http://camunda.org/schema/1.0/bpmn",
                "xmlns:modeler",
                "http://camunda.org/schema/modeler/1.0",
                "id",
                "definitions_" + id,
                "targetNamespace",
                "http://one-window/processes",
                "modeler:executionPlatform",
                "Camunda Platform",
                "modeler:executionPlatformVersion",
                "7.24.0");
        xml.open("bpmn:process", "id", id, "name", name, "isExecutable", "true", "camunda:historyTimeToLive", "P190D");
        xml.leaf("bpmn:documentation", documentation);
        scope(process);
        xml.close();
        xml.open("bpmndi:BPMNDiagram", "id", "diagram_" + id);
        xml.open("bpmndi:BPMNPlane", "id", "plane_" + id, "bpmnElement", id);
        diagram(process);
        xml.close().close().close();
    }

    private void scope(Scope scope) {
        scope.nodes().forEach(node -> node(node, scope));
        scope.flows().forEach(this::flow);
    }

    private void node(Node node, Scope scope) {
        var attributes = new ArrayList<>(List.of("id", node.id(), "name", node.name()));
        attributes.addAll(node.attributes());
        scope.flows().stream()
                .filter(flow -> flow.from().equals(node) && flow.isDefault())
                .forEach(flow -> attributes.addAll(List.of("default", flow.id())));
        xml.open("bpmn:" + node.element(), attributes.toArray(String[]::new));
        if (!node.extensions().isEmpty()) {
            xml.open("bpmn:extensionElements");
            node.extensions()
                    .forEach(extension -> xml.empty(
                            "camunda:" + extension.get(0),
                            extension.subList(1, extension.size()).toArray(String[]::new)));
            xml.close();
        }
        scope.flows().stream()
                .filter(flow -> flow.to().equals(node))
                .forEach(flow -> xml.leaf("bpmn:incoming", flow.id()));
        scope.flows().stream()
                .filter(flow -> flow.from().equals(node))
                .forEach(flow -> xml.leaf("bpmn:outgoing", flow.id()));
        node.timer().ifPresent(timer -> {
            xml.open("bpmn:timerEventDefinition", "id", timer.id());
            xml.leaf("bpmn:timeDate", timer.date(), "xsi:type", "bpmn:tFormalExpression");
            xml.close();
        });
        node.inside().ifPresent(this::scope);
        xml.close();
    }

    private void flow(Flow flow) {
        String[] attributes = {
            "id",
            flow.id(),
            "name",
            flow.name(),
            "sourceRef",
            flow.from().id(),
            "targetRef",
            flow.to().id()
        };
        if (flow.condition().isEmpty()) {
            xml.empty("bpmn:sequenceFlow", attributes);
            return;
        }
        xml.open("bpmn:sequenceFlow", attributes);
        xml.leaf("bpmn:conditionExpression", flow.condition(), "xsi:type", "bpmn:tFormalExpression");
        xml.close();
    }

    private void diagram(Scope scope) {
        for (var node : scope.nodes()) {
            shape(node);
            node.inside().ifPresent(this::diagram);
        }
        scope.flows().forEach(this::edge);
    }

    private void shape(Node node) {
        xml.open(
                "bpmndi:BPMNShape",
                "id",
                node.id() + "_di",
                "bpmnElement",
                node.id(),
                "isMarkerVisible",
                node.isExclusiveGateway() ? "true" : "",
                "isExpanded",
                node.inside().isPresent() ? "true" : "");
        bounds(node.bounds());
        node.labelBounds().ifPresent(this::label);
        xml.close();
    }

    private void edge(Flow flow) {
        xml.open("bpmndi:BPMNEdge", "id", flow.id() + "_di", "bpmnElement", flow.id());
        flow.line().forEach(point -> xml.empty("di:waypoint", "x", number(point.x()), "y", number(point.y())));
        flow.labelBounds().ifPresent(this::label);
        xml.close();
    }

    private void label(Bounds bounds) {
        xml.open("bpmndi:BPMNLabel");
        bounds(bounds);
        xml.close();
    }

    private void bounds(Bounds bounds) {
        var sides = Stream.of(bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .map(BpmnText::number)
                .toList();
        xml.empty("dc:Bounds", "x", sides.get(0), "y", sides.get(1), "width", sides.get(2), "height", sides.get(3));
    }

    private static String number(int value) {
        return String.valueOf(value);
    }
}
