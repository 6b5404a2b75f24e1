package org.onewindow.catalog.lint;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of materials.dmn. */
final class DecisionTable {

    private final XmlElement decision;
    private final List<Input> inputs;
    private final List<String> outputs;
    private final List<Row> rows;

    /**
     * @param name the variable that it reads
     * @param type its typeRef
     * @param allowed the values that the designer allows, as written
     */
    record Input(XmlElement element, String name, String type, String allowed) {}

    /**
     * @param number counted from 1
     * @param cells the conditions as written, in the order of the inputs
     */
    record Row(XmlElement element, int number, List<String> cells, List<String> results) {

        boolean isUnconditional() {
            return cells.stream().allMatch(cell -> cell.isEmpty() || cell.equals("-"));
        }

        /** What findings call it. */
        String place() {
            return element.id().isEmpty() ? "第" + number + "行" : element.id();
        }
    }

    DecisionTable(XmlElement decision) {
        this.decision = decision;
        this.inputs = tables().flatMap(table -> table.children("input"))
                .map(DecisionTable::input)
                .toList();
        this.outputs = tables().flatMap(table -> table.children("output"))
                .map(output -> output.attribute("name"))
                .toList();
        var rules = tables().flatMap(table -> table.children("rule")).toList();
        this.rows = IntStream.range(0, rules.size())
                .mapToObj(i -> row(rules.get(i), i + 1))
                .toList();
    }

    private Stream<XmlElement> tables() {
        return decision.children("decisionTable");
    }

    private static Input input(XmlElement input) {
        var expression = input.children("inputExpression").findFirst();
        return new Input(
                input,
                expression.map(e -> e.childText("text")).orElse(""),
                expression.map(e -> e.attribute("typeRef")).orElse(""),
                input.children("inputValues")
                        .findFirst()
                        .map(v -> v.childText("text"))
                        .orElse(""));
    }

    private static Row row(XmlElement rule, int number) {
        var results = texts(rule, "outputEntry").stream()
                .map(text -> text.matches("\"[^\"]*\"") ? text.substring(1, text.length() - 1) : "")
                .toList();
        return new Row(rule, number, texts(rule, "inputEntry"), results);
    }

    private static List<String> texts(XmlElement rule, String entry) {
        return rule.children(entry).map(e -> e.childText("text")).toList();
    }

    XmlElement decision() {
        return decision;
    }

    /** COLLECT, UNIQUE …; UNIQUE where the table does not say. */
    String hitPolicy() {
        var policy = tables().map(table -> table.attribute("hitPolicy")).collect(Collectors.joining());
        return policy.isEmpty() ? "UNIQUE" : policy;
    }

    boolean aggregates() {
        return tables().anyMatch(table -> !table.attribute("aggregation").isEmpty());
    }

    List<Input> inputs() {
        return inputs;
    }

    List<String> outputs() {
        return outputs;
    }

    List<Row> rows() {
        return rows;
    }

    /** A row's result in the output of a name; empty if it has none that is a plain text. */
    String result(Row row, String output) {
        int column = outputs.indexOf(output);
        return column >= 0 && column < row.results().size() ? row.results().get(column) : "";
    }
}
