package org.onewindow.catalog.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onewindow.catalog.YamlNode;

/** materials.dmn and the page name the same materials, and ask for them on the same terms. */
final class TableMatchesPage implements Check {

    private static final Set<String> SEVERAL_ROWS = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    @Override
    public void check(LintedItem item, Findings findings) {
        item.table().ifPresent(table -> {
            checkForm(item, table, findings);
            if (table.outputs().contains("material")) {
                checkMaterials(item, table, findings);
            }
        });
    }

    private static void checkForm(LintedItem item, DecisionTable table, Findings findings) {
        var expected = "materials_" + item.code();
        if (!table.decision().id().equals(expected)) {
            form(table, "决策的编号是“" + table.decision().id() + "”。", "应为 " + expected + "。", findings);
        }
        if (table.decision().attribute("camunda:historyTimeToLive").isEmpty()) {
            form(table, "没有历史保留期。", "请在决策的属性中填写 History time to live，如 P190D。", findings);
        }
        if (!SEVERAL_ROWS.contains(table.hitPolicy()) || table.aggregates()) {
            form(table, "命中策略是 " + table.hitPolicy() + "，一次只得出一项材料。", "应为不带汇总的 COLLECT。", findings);
        }
        if (!table.outputs().containsAll(List.of("material", "name"))) {
            form(table, "缺少输出 material 或者 name。", "请设两个输出：material（材料编码）和 name（材料名称）。", findings);
        }
    }

    private static void form(DecisionTable table, String why, String remedy, Findings findings) {
        findings.add(
                LintRule.TABLE_FORM,
                LintedItem.TABLE,
                table.decision().line(),
                table.decision().id(),
                why,
                remedy);
    }

    private static void checkMaterials(LintedItem item, DecisionTable table, Findings findings) {
        var materials = item.root().get("materials").items();
        Map<String, YamlNode> byCode = materials.stream()
                .filter(material -> material.get("code").text().isPresent())
                .collect(Collectors.toMap(
                        material -> material.get("code").text().orElseThrow(),
                        Function.identity(),
                        (first, repeated) -> first));
        var inTable = new HashSet<String>();
        for (var row : table.rows()) {
            var code = table.result(row, "material");
            inTable.add(code);
            if (byCode.containsKey(code)) {
                checkRow(table, row, byCode.get(code), findings);
            } else {
                report(
                        LintRule.TABLE_MATERIALS,
                        row,
                        "决策表第" + row.number() + "行的材料“" + code + "”不在 item.yaml 中。",
                        "请在 item.yaml 中补上这项材料，或者删去这一行。",
                        findings);
            }
        }
        byCode.forEach((code, material) -> {
            if (!inTable.contains(code)) {
                findings.page(
                        LintRule.TABLE_MATERIALS,
                        material,
                        "材料“" + material.get("name").text().orElse(code) + "”在 materials.dmn 中没有一行，永远不会要求提交。",
                        "请在决策表中为它增加一行，或者从 item.yaml 中删去。");
            } else {
                checkNecessity(table, code, material, findings);
            }
        });
    }

    private static void checkRow(DecisionTable table, DecisionTable.Row row, YamlNode material, Findings findings) {
        var name = table.result(row, "name");
        var onPage = material.get("name").text().orElse(name);
        if (!name.equals(onPage)) {
            report(
                    LintRule.TABLE_MATERIALS,
                    row,
                    "决策表第" + row.number() + "行的材料名称“" + name + "”与 item.yaml 中的“" + onPage + "”不同。",
                    "请改成一样的名称。",
                    findings);
        }
    }

    private static void checkNecessity(DecisionTable table, String code, YamlNode material, Findings findings) {
        var rows = table.rows().stream()
                .filter(row -> table.result(row, "material").equals(code))
                .toList();
        boolean always = rows.stream().anyMatch(DecisionTable.Row::isUnconditional);
        var necessity = material.get("necessity").text().orElse("");
        if (necessity.equals("required") && !always) {
            report(
                    LintRule.TABLE_NECESSITY,
                    rows.get(0),
                    "item.yaml 中“" + code + "”是必要的，决策表却只在一定条件下要求。",
                    "请清空这一行的条件，或者把材料改为 conditional 并写明 when。",
                    findings);
        }
        if (necessity.equals("conditional") && always) {
            report(
                    LintRule.TABLE_NECESSITY,
                    rows.get(0),
                    "item.yaml 中“" + code + "”按条件提交，决策表却总是要求。",
                    "请在这一行写上条件，或者把材料改为 required 并删去 when。",
                    findings);
        }
    }

    private static void report(LintRule rule, DecisionTable.Row row, String why, String remedy, Findings findings) {
        findings.add(rule, LintedItem.TABLE, row.element().line(), row.place(), why, remedy);
    }
}
