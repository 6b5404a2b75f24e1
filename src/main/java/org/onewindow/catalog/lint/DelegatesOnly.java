package org.onewindow.catalog.lint;

import java.util.Set;
import java.util.regex.Pattern;

/** A model reaches code by the name of a bean only: nothing that it could smuggle in, nothing untyped. */
final class DelegatesOnly implements Check {

    private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z]\\w*}");
    private static final Set<String> SCRIPTS = Set.of("scriptTask", "camunda:script", "camunda:connector");
    private static final Set<String> SERVICES = Set.of("serviceTask", "businessRuleTask", "sendTask");
    private static final Set<String> LISTENERS = Set.of("camunda:taskListener", "camunda:executionListener");

    private static final String REMEDY = "请改用平台的环节，写成委托表达式，如 ${recordDecision}。";

    @Override
    public void check(LintedItem item, Findings findings) {
        item.process().ifPresent(process -> process.within().forEach(element -> checkElement(element, findings)));
    }

    private static void checkElement(XmlElement element, Findings findings) {
        if (SCRIPTS.contains(element.name()) || !element.attribute("language").isEmpty()) {
            report(element, "含有脚本或者连接器。", findings);
        }
        // Listeners have these attributes without a prefix, tasks with one.
        boolean listener = LISTENERS.contains(element.name());
        var prefix = listener ? "" : "camunda:";
        if (!element.attribute(prefix + "class").isEmpty()
                || (!element.attribute(prefix + "expression").isEmpty())
                || !element.attribute("camunda:variableMappingClass").isEmpty()) {
            report(element, "直接调用了类或者表达式。", findings);
        }
        var delegate = element.attribute(prefix + "delegateExpression");
        if (!delegate.isEmpty() && !BEAN.matcher(delegate).matches()) {
            report(element, "的委托表达式“" + delegate + "”不是环节的名称。", findings);
        }
        if (SERVICES.contains(element.name()) && delegate.isEmpty()) {
            report(element, "没有委托表达式。", findings);
        }
    }

    private static void report(XmlElement element, String what, Findings findings) {
        var owner = owner(element);
        findings.add(
                LintRule.DELEGATES_ONLY,
                LintedItem.PROCESS,
                element.line(),
                owner.id(),
                "“" + owner.attribute("name") + "”" + what,
                REMEDY);
    }

    /** The element that a designer can find: listeners and scripts stand inside one. */
    private static XmlElement owner(XmlElement element) {
        return element.id().isEmpty()
                ? element.parent().map(DelegatesOnly::owner).orElse(element)
                : element;
    }
}
