package org.onewindow.catalog.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** situation.form shows in Tasklist, joined to the application form (收件表单) of which it becomes a part. */
final class SituationForm implements Check {

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("select", "radio");
    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "checkbox", "select", "radio", "datetime");
    /** What the form-js 1.8.7 of Tasklist 7.24 renders besides inputs; one other type breaks the whole form. */
    private static final Set<String> SHOWN = Set.of("text", "dynamiclist", "table", "group", "html");

    private static final int NEWEST_SCHEMA = 16;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final FormFile application;

    SituationForm(FormFile application) {
        this.application = application;
    }

    @Override
    public void check(LintedItem item, Findings findings) {
        item.situation().ifPresent(form -> {
            checkHead(item, form, findings);
            checkKeys(form, findings);
            form.components().forEach(component -> checkComponent(form, component, findings));
        });
    }

    private static void checkHead(LintedItem item, FormFile form, Findings findings) {
        var expected = "situation_" + item.code();
        var json = form.json();
        if (!json.path("id").asText().equals(expected)) {
            head(form, "id", "表单的编号是“" + json.path("id").asText() + "”。", "应为 " + expected + "。", findings);
        }
        if (json.path("schemaVersion").asInt(Integer.MAX_VALUE) > NEWEST_SCHEMA) {
            head(form, "schemaVersion", "表单的 schemaVersion 缺少或者高于16，办事大厅不能显示。", "请把 schemaVersion 改为16。", findings);
        }
        if (!json.path("executionPlatform").asText().equals("Camunda Platform")) {
            head(
                    form,
                    "executionPlatform",
                    "表单不是为 Camunda Platform 设计的。",
                    "请在 Modeler 中把平台设为 Camunda Platform 7.24。",
                    findings);
        }
    }

    private static void head(FormFile form, String key, String why, String remedy, Findings findings) {
        findings.add(LintRule.FORM_RENDERED, LintedItem.SITUATION, form.lineOf(key), key, why, remedy);
    }

    private void checkKeys(FormFile form, Findings findings) {
        var keys = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var component : form.components()) {
            var key = component.scope() + component.key();
            if (!component.key().isEmpty() && !keys.add(key)) {
                report(LintRule.FORM_KEYS, form, component, "字段名“" + key + "”重复。", "请改用不同的字段名。", findings);
            }
            if (component.scope().isEmpty()
                    && application.field(component.key()).isPresent()
                    && !component.key().isEmpty()) {
                report(LintRule.FORM_KEYS, form, component, "字段名“" + key + "”收件表单已经用了。", "请改用别的字段名。", findings);
            }
            boolean taken = application.components().stream()
                    .anyMatch(other -> other.id().equals(component.id()));
            if (component.id().isEmpty() || taken || !ids.add(component.id())) {
                report(LintRule.FORM_KEYS, form, component, "组件的 id 缺少，或者与别的组件重复。", "请用 field_ 加字段名作 id。", findings);
            }
        }
    }

    private static void checkComponent(FormFile form, FormFile.Component component, Findings findings) {
        var type = component.type();
        var json = component.json();
        if (!INPUTS.contains(type) && !SHOWN.contains(type)) {
            report(
                    LintRule.FORM_RENDERED,
                    form,
                    component,
                    "办事大厅不能显示“" + type + "”类型的组件，整张表单会打不开。",
                    "请改用 " + INPUTS.stream().sorted().collect(Collectors.joining("、")) + " 中的一种。",
                    findings);
        }
        if (!json.path("conditional").path("hide").asText("=").startsWith("=")) {
            report(LintRule.FORM_RENDERED, form, component, "隐藏条件没有以等号开头。", "请写成 =字段名 = \"值\" 这样的形式。", findings);
        }
        if (INPUTS.contains(type)) {
            checkInput(form, component, findings);
        }
    }

    private static void checkInput(FormFile form, FormFile.Component component, Findings findings) {
        if (component.key().isEmpty()) {
            report(LintRule.FORM_KEYS, form, component, "字段没有字段名（key）。", "请填写英文字段名，如 premisesArea。", findings);
        }
        if (!labels(component).allMatch(label -> CHINESE.matcher(label).find())) {
            report(LintRule.FORM_LABELS, form, component, "字段没有中文名称。", "请填写办事人看得懂的名称。", findings);
        }
        if (TEXTS.contains(component.type())
                && component.json().path("validate").path("maxLength").asInt(0) <= 0) {
            report(LintRule.FORM_RENDERED, form, component, "文字字段没有最大长度。", "请在校验中填写 maxLength。", findings);
        }
        if (CHOICES.contains(component.type())) {
            checkOptions(form, component, findings);
        }
    }

    private static void checkOptions(FormFile form, FormFile.Component component, Findings findings) {
        var options = component.options();
        if (options.isEmpty() || new HashSet<>(options).size() < options.size()) {
            report(LintRule.FORM_KEYS, form, component, "选项没有填写，或者有重复的值。", "请逐项填写不同的 value。", findings);
        }
        if (!component.json().path("values").findValuesAsText("label").stream()
                .allMatch(label -> label.matches(".*[\\p{IsHan}\\d].*"))) {
            report(LintRule.FORM_LABELS, form, component, "有的选项没有中文名称。", "请为每个选项填写名称。", findings);
        }
    }

    private static Stream<String> labels(FormFile.Component component) {
        var json = component.json();
        if (!component.type().equals("datetime")) {
            return Stream.of(component.label());
        }
        var labels =
                switch (json.path("subtype").asText()) {
                    case "date" -> List.of("dateLabel");
                    case "time" -> List.of("timeLabel");
                    default -> List.of("dateLabel", "timeLabel");
                };
        return labels.stream().map(name -> json.path(name).asText());
    }

    private static void report(
            LintRule rule, FormFile form, FormFile.Component component, String why, String remedy, Findings findings) {
        var place = component.place();
        findings.add(rule, LintedItem.SITUATION, form.lineOf(place), place, why, remedy);
    }
}
