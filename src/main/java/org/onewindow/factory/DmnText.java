package org.onewindow.factory;

import java.util.stream.Collectors;

/** {@code materials.dmn}: one decision, one table, a rule per material and condition. */
final class DmnText {

    private DmnText() {}

    static String of(Item item, MaterialRules rules) {
        var id = "materials_" + item.code();
        var name = item.plan().name() + "材料清单";
        var xml = new XmlText();
        xml.open(
                "definitions",
                "xmlns",
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "xmlns:dmndi",
                "https://www.omg.org/spec/DMN/20191111/DMNDI/",
                "xmlns:dc",
                "http://www.omg.org/spec/DMN/20180521/DC/",
                "xmlns:camunda",
                "http://camunda.org/schema/1.0/dmn",
                "xmlns:modeler",
                "http://camunda.org/schema/modeler/1.0",
                "id",
                "definitions_" + id,
                "name",
                name,
                "namespace",
                "http://one-window/decisions",
                "modeler:executionPlatform",
                "Camunda Platform",
                "modeler:executionPlatformVersion",
                "7.24.0");
        xml.open("decision", "id", id, "name", name, "camunda:historyTimeToLive", "P190D");
        xml.open("decisionTable", "id", "table_" + id, "hitPolicy", "COLLECT");
        rules.inputs().forEach(input -> input(xml, input));
        xml.empty("output", "id", "output_material", "label", "材料编号", "name", "material", "typeRef", "string");
        xml.empty("output", "id", "output_name", "label", "材料名称", "name", "name", "typeRef", "string");
        rules.rules().forEach(rule -> rule(xml, rule));
        xml.close().close();
        xml.open("dmndi:DMNDI").open("dmndi:DMNDiagram", "id", "diagram_" + id);
        xml.open("dmndi:DMNShape", "id", "shape_" + id, "dmnElementRef", id);
        xml.empty("dc:Bounds", "height", "80", "width", "180", "x", "160", "y", "100");
        xml.close().close().close().close();
        return xml.toString();
    }

    private static void input(XmlText xml, TableInput input) {
        xml.open("input", "id", "input_" + input.key(), "label", input.label());
        xml.open(
                "inputExpression",
                "id",
                "expression_" + input.key(),
                "typeRef",
                input.type().typeRef());
        xml.leaf("text", input.key()).close();
        if (input.type() == TableInput.Type.CHOICE) {
            xml.open("inputValues", "id", "values_" + input.key());
            xml.leaf("text", input.options().stream().map(DmnText::quoted).collect(Collectors.joining(",")));
            xml.close();
        }
        xml.close();
    }

    private static void rule(XmlText xml, MaterialRules.Rule rule) {
        xml.open("rule", "id", rule.id());
        if (!rule.material().when().isEmpty()) {
            xml.leaf("description", rule.material().when());
        }
        for (int i = 0; i < rule.tests().size(); i++) {
            entry(xml, "inputEntry", rule.id() + "_in" + (i + 1), rule.tests().get(i));
        }
        entry(xml, "outputEntry", rule.id() + "_out1", quoted(rule.material().code()));
        entry(xml, "outputEntry", rule.id() + "_out2", quoted(rule.material().name()));
        xml.close();
    }

    private static void entry(XmlText xml, String element, String id, String text) {
        xml.open(element, "id", id).leaf("text", text).close();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
