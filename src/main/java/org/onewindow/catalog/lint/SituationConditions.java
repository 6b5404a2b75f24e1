package org.onewindow.catalog.lint;

import java.util.regex.Pattern;

/** A gateway that asks the situation asks for a field that situation.form has, and for one of its options. */
final class SituationConditions implements Check {

    private static final Pattern ASKED = Pattern.compile(
            "caseSituation\\.is\\(\\s*execution\\s*,\\s*[\"']([^\"']*)[\"']\\s*,\\s*[\"']([^\"']*)[\"']\\s*\\)");

    @Override
    public void check(LintedItem item, Findings findings) {
        item.process().ifPresent(process -> process.within("conditionExpression")
                .forEach(condition -> ASKED.matcher(condition.text())
                        .results()
                        .filter(asked -> !isAnswered(item, asked.group(1), asked.group(2)))
                        .forEach(asked -> findings.add(
                                LintRule.CONDITION_FED,
                                LintedItem.PROCESS,
                                condition.line(),
                                condition.parent().map(XmlElement::id).orElse(""),
                                "条件中的“" + asked.group(1) + " = " + asked.group(2) + "”不是 situation.form 的字段和选项，永远不成立。",
                                "请改为 situation.form 中的字段和它的一个选项。"))));
    }

    private static boolean isAnswered(LintedItem item, String field, String option) {
        return item.situation()
                .flatMap(form -> form.field(field))
                .filter(found -> found.options().contains(option))
                .isPresent();
    }
}
