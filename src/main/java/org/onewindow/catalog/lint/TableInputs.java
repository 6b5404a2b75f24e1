package org.onewindow.catalog.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.catalog.YamlNode;

/** What materials.dmn asks is answered by a field of the application form or of situation.form, in the field's values. */
final class TableInputs implements Check {

    static final String APPLICANT_TYPE = "applicantType";

    private final FormFile application;

    TableInputs(FormFile application) {
        this.application = application;
    }

    @Override
    public void check(LintedItem item, Findings findings) {
        item.table().ifPresent(table -> {
            for (int column = 0; column < table.inputs().size(); column++) {
                var input = table.inputs().get(column);
                var field = field(item, input.name());
                if (field.isEmpty()) {
                    checkFed(item, input, findings);
                } else {
                    checkType(input, field.get(), findings);
                    checkValues(table, column, input, values(field.get()), findings);
                }
            }
        });
    }

    private Optional<FormFile.Component> field(LintedItem item, String name) {
        return item.situation().flatMap(form -> form.field(name)).or(() -> application.field(name));
    }

    private static void checkFed(LintedItem item, DecisionTable.Input input, Findings findings) {
        if (item.situation().isPresent()) {
            findings.add(
                    LintRule.INPUT_FED,
                    LintedItem.TABLE,
                    input.element().line(),
                    input.element().id(),
                    "决策表的输入“" + input.name() + "”没有表单字段提供。",
                    "请在 situation.form 中增加同名字段，或者改用收件表单的字段（如 applicantType、hasAgent）。");
        }
    }

    private static void checkType(DecisionTable.Input input, FormFile.Component field, Findings findings) {
        var allowed =
                switch (field.type()) {
                    case "checkbox" -> List.of("boolean");
                    case "number" -> List.of("number", "integer", "long", "double");
                    default -> List.of("string");
                };
        if (!input.type().isEmpty() && !allowed.contains(input.type())) {
            findings.add(
                    LintRule.INPUT_VALUE,
                    LintedItem.TABLE,
                    input.element().line(),
                    input.element().id(),
                    "输入“" + input.name() + "”的类型是 " + input.type() + "，与表单字段的类型 " + field.type() + " 不符。",
                    "请把类型改为 " + allowed.get(0) + "。");
        }
    }

    /** All values that a field can have; empty if any. */
    static Set<String> values(FormFile.Component field) {
        return field.type().equals("checkbox") ? Set.of("true", "false") : Set.copyOf(field.options());
    }

    private static void checkValues(
            DecisionTable table, int column, DecisionTable.Input input, Set<String> values, Findings findings) {
        if (values.isEmpty()) {
            return;
        }
        report(input.element(), input.element().id(), unknown(input.allowed(), values), input, values, findings);
        for (var row : table.rows()) {
            var cell = column < row.cells().size() ? row.cells().get(column) : "";
            report(row.element(), row.place(), unknown(cell, values), input, values, findings);
        }
    }

    private static Set<String> unknown(String cell, Set<String> values) {
        var unknown = new HashSet<>(Cell.mentioned(cell));
        unknown.removeAll(values);
        return unknown;
    }

    private static void report(
            XmlElement at,
            String place,
            Set<String> unknown,
            DecisionTable.Input input,
            Set<String> values,
            Findings findings) {
        if (!unknown.isEmpty()) {
            findings.add(
                    LintRule.INPUT_VALUE,
                    LintedItem.TABLE,
                    at.line(),
                    place,
                    "字段“" + input.name() + "”没有“" + String.join("”“", unknown) + "”这个选项，这个条件永远不成立。",
                    "请改为字段的选项：" + values.stream().sorted().collect(Collectors.joining("、")) + "。");
        }
    }

    /**
     * For each input of a table the values that it can have in this item; an empty set for an input with any value. Only
     * those whom the item serves apply.
     */
    List<Set<String>> domains(LintedItem item, DecisionTable table) {
        return table.inputs().stream()
                .map(input -> {
                    var values =
                            field(item, input.name()).map(TableInputs::values).orElse(Set.of());
                    return input.name().equals(APPLICANT_TYPE) ? served(item, values) : values;
                })
                .toList();
    }

    private static Set<String> served(LintedItem item, Set<String> types) {
        var served = item.root().get("serviceObjects").items().stream()
                .map(YamlNode::text)
                .flatMap(Optional::stream)
                .filter(types::contains)
                .collect(Collectors.toSet());
        return served.isEmpty() ? types : served;
    }
}
