package org.onewindow.catalog.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Every row of materials.dmn can have an effect of its own, and no two contradict each other. */
final class TableRows implements Check {

    private final TableInputs inputs;

    TableRows(TableInputs inputs) {
        this.inputs = inputs;
    }

    @Override
    public void check(LintedItem item, Findings findings) {
        item.table().ifPresent(table -> {
            var domains = inputs.domains(item, table);
            var cells = table.rows().stream().map(row -> cells(row, domains)).toList();
            for (int i = 0; i < cells.size(); i++) {
                checkApplicants(table, i, cells.get(i), domains, findings);
                for (int j = 0; j < i; j++) {
                    checkPair(table, j, i, cells, findings);
                }
            }
        });
    }

    private static List<Cell> cells(DecisionTable.Row row, List<Set<String>> domains) {
        return IntStream.range(0, domains.size())
                .mapToObj(i -> Cell.of(i < row.cells().size() ? row.cells().get(i) : "", domains.get(i)))
                .toList();
    }

    private static void checkApplicants(
            DecisionTable table, int row, List<Cell> cells, List<Set<String>> domains, Findings findings) {
        for (int i = 0; i < cells.size(); i++) {
            if (table.inputs().get(i).name().equals(TableInputs.APPLICANT_TYPE)
                    && cells.get(i) instanceof Cell.Values types
                    && types.values().stream().noneMatch(domains.get(i)::contains)) {
                report(
                        LintRule.ROW_UNREACHABLE,
                        table.rows().get(row),
                        "永远不成立：本事项不受理这类申请人。",
                        "请删去这一行，或者修改 item.yaml 的服务对象。",
                        findings);
            }
        }
    }

    private static void checkPair(
            DecisionTable table, int first, int second, List<List<Cell>> cells, Findings findings) {
        var one = table.rows().get(first);
        var other = table.rows().get(second);
        boolean sameMaterial = table.result(one, "material").equals(table.result(other, "material"));
        switch (table.hitPolicy()) {
            case "UNIQUE" -> overlap(one, other, cells, first, second, findings);
            case "ANY" -> {
                if (!one.results().equals(other.results())) {
                    overlap(one, other, cells, first, second, findings);
                }
            }
            case "FIRST" -> {
                if (covers(cells.get(first), cells.get(second))) {
                    shadowed(other, one, findings);
                }
            }
            default -> {
                if (sameMaterial && covers(cells.get(first), cells.get(second))) {
                    shadowed(other, one, findings);
                } else if (sameMaterial && covers(cells.get(second), cells.get(first))) {
                    shadowed(one, other, findings);
                }
            }
        }
    }

    private static void shadowed(DecisionTable.Row row, DecisionTable.Row by, Findings findings) {
        report(LintRule.ROW_UNREACHABLE, row, "不起作用：第" + by.number() + "行的条件已经包含了它。", "请删去这一行，或者修改条件。", findings);
    }

    private static void overlap(
            DecisionTable.Row one,
            DecisionTable.Row other,
            List<List<Cell>> cells,
            int first,
            int second,
            Findings findings) {
        boolean meet = IntStream.range(0, cells.get(first).size())
                .allMatch(i -> cells.get(first).get(i).meets(cells.get(second).get(i)));
        if (meet) {
            report(
                    LintRule.ROWS_OVERLAP,
                    other,
                    "与第" + one.number() + "行可能同时成立，命中策略不允许。",
                    "请把命中策略改为 COLLECT，或者让两行的条件互不重叠。",
                    findings);
        }
    }

    private static boolean covers(List<Cell> wide, List<Cell> narrow) {
        return IntStream.range(0, wide.size()).allMatch(i -> wide.get(i).covers(narrow.get(i)));
    }

    private static void report(LintRule rule, DecisionTable.Row row, String why, String remedy, Findings findings) {
        findings.add(
                rule, LintedItem.TABLE, row.element().line(), row.place(), "决策表第" + row.number() + "行" + why, remedy);
    }
}
