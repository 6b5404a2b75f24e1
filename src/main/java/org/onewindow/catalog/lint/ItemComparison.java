package org.onewindow.catalog.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onewindow.catalog.InvalidItemPage;
import org.onewindow.catalog.PageComparison;
import org.onewindow.catalog.ServiceItem;

/**
 * What a new version of an item changes (新旧版本对照), in words.
 *
 * @param applicants for applicants: materials, limits, conditions, questions
 * @param steps for those who handle cases
 * @param cases for cases in hand, and for those to come
 */
public record ItemComparison(List<String> applicants, List<String> steps, List<String> cases) {

    /** @throws ItemsRefused if either cannot be read */
    public static ItemComparison of(ItemFolder before, ItemFolder after) {
        var former = Side.read(before);
        var later = Side.read(after);
        var applicants = new ArrayList<>(PageComparison.of(former.page(), later.page()));
        conditions(former, later, applicants);
        questions(former, later, applicants);
        var steps = steps(former, later);
        boolean isChanged = !applicants.isEmpty() || !steps.isEmpty();
        return new ItemComparison(applicants, steps, cases(former.page(), later.page(), isChanged));
    }

    /** An item, whole. */
    private record Side(ServiceItem page, DecisionTable table, XmlElement process, FormFile situation) {

        static Side read(ItemFolder folder) {
            var findings = new Findings(folder.location());
            var read = LintedItem.read(folder, findings);
            var faults = findings.all().stream()
                    .map(finding -> finding.where() + " " + finding.why() + finding.remedy())
                    .toList();
            if (!faults.isEmpty()) {
                throw new ItemsRefused(faults);
            }
            try {
                return new Side(
                        read.page().item(folder.location() + "/" + LintedItem.PAGE),
                        read.table().orElseThrow(),
                        read.process().orElseThrow(),
                        read.situation().orElseThrow());
            } catch (InvalidItemPage invalid) {
                throw new ItemsRefused(List.of(invalid.getMessage()));
            }
        }

        /** When each material is asked for. */
        Map<String, String> conditions() {
            return table.rows().stream()
                    .collect(Collectors.groupingBy(
                            row -> table.result(row, "material"),
                            LinkedHashMap::new,
                            Collectors.mapping(this::condition, Collectors.joining("；或者"))));
        }

        private String condition(DecisionTable.Row row) {
            if (row.isUnconditional()) {
                return "一律提交";
            }
            return IntStream.range(0, row.cells().size())
                    .filter(i ->
                            !row.cells().get(i).isEmpty() && !row.cells().get(i).equals("-"))
                    .mapToObj(i -> table.inputs().get(i).element().attribute("label") + "为 "
                            + row.cells().get(i))
                    .collect(Collectors.joining("，且"));
        }

        Map<String, FormFile.Component> questions() {
            return situation.components().stream()
                    .filter(component -> !component.key().isEmpty())
                    .collect(Collectors.toMap(
                            FormFile.Component::key, component -> component, (one, other) -> one, LinkedHashMap::new));
        }

        /** Who does what, by the step's id. */
        Map<String, XmlElement> steps() {
            return process.within("userTask")
                    .collect(Collectors.toMap(XmlElement::id, task -> task, (one, other) -> one, LinkedHashMap::new));
        }
    }

    private static void conditions(Side former, Side later, List<String> changes) {
        var after = later.conditions();
        former.conditions().forEach((code, condition) -> {
            var now = after.get(code);
            if (now != null && !now.equals(condition)) {
                var name = later.page()
                        .material(code)
                        .map(material -> material.name())
                        .orElse(code);
                changes.add("材料“" + name + "”何时提交：" + condition + " → " + now);
            }
        });
    }

    private static void questions(Side former, Side later, List<String> changes) {
        var before = former.questions();
        var after = later.questions();
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) {
            if (!after.containsKey(key)) {
                changes.add("收件时不再问“" + before.get(key).label() + "”");
            } else if (!before.containsKey(key)) {
                changes.add("收件时增加问题“" + after.get(key).label() + "”");
            } else if (!before.get(key).texts().equals(after.get(key).texts())
                    || !before.get(key).options().equals(after.get(key).options())) {
                changes.add("收件时的问题“" + after.get(key).label() + "”措辞或者选项有变：" + said(before.get(key)) + " → "
                        + said(after.get(key)));
            }
        }
    }

    private static String said(FormFile.Component question) {
        return question.texts().stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("、"));
    }

    private static List<String> steps(Side former, Side later) {
        var changes = new ArrayList<String>();
        var before = former.steps();
        var after = later.steps();
        before.forEach((id, task) -> {
            if (!after.containsKey(id)) {
                changes.add("取消环节“" + task.attribute("name") + "”");
            }
        });
        after.forEach((id, task) -> {
            var name = "环节“" + task.attribute("name") + "”";
            if (!before.containsKey(id)) {
                changes.add("新增" + name + "，由 " + task.attribute("camunda:candidateGroups") + " 办理");
            } else {
                attribute(name + "的名称", "name", before.get(id), task, changes);
                attribute(name + "的办理岗位", "camunda:candidateGroups", before.get(id), task, changes);
                attribute(name + "的表单", "camunda:formRef", before.get(id), task, changes);
            }
        });
        compare("办理流程", former.page().process().steps(), later.page().process().steps(), changes);
        return changes;
    }

    private static void attribute(
            String what, String attribute, XmlElement before, XmlElement after, List<String> changes) {
        compare(what, before.attribute(attribute), after.attribute(attribute), changes);
    }

    private static void compare(String what, Object before, Object after, List<String> changes) {
        if (!before.equals(after)) {
            changes.add(what + "：" + before + " → " + after);
        }
    }

    private static List<String> cases(ServiceItem before, ServiceItem after, boolean isChanged) {
        var cases = new ArrayList<String>();
        if (!before.code().equals(after.code())) {
            return List.of("事项编码不同（" + before.code() + "、" + after.code() + "）：是另一个事项，原事项不受影响，仍可收件");
        }
        after.validTo().ifPresent(last -> cases.add(last + "之后不再收件，已收件的办完为止"));
        if (isChanged) {
            cases.add("发布以前收件的办件仍按原版本办理（材料、表单、流程、时限、结果）；发布以后收件的按新版本");
            if (before.version().equals(after.version())) {
                cases.add("注意：内容有变化而版本仍为 " + after.version() + "，请修改 version，以免两个版本无从区分");
            }
        }
        return cases;
    }
}
