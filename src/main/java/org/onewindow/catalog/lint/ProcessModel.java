package org.onewindow.catalog.lint;

import java.util.Set;
import java.util.regex.Pattern;

/** process.bpmn carries the item's id, starts with the application form, and every step can be done by somebody. */
final class ProcessModel implements Check {

    private static final String APPLICATION = "application";
    private static final Pattern OF_THE_DEPARTMENT =
            Pattern.compile("\\$\\{department}-(handlers|reviewers|deciders|heads)");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\w+}");
    private static final String NEXT_ALARM = "${caseDates.nextAlarm(execution)}";

    private final Surroundings surroundings;
    private final Set<String> groups;

    ProcessModel(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.groups = surroundings.groups();
    }

    @Override
    public void check(LintedItem item, Findings findings) {
        item.process().ifPresent(process -> {
            checkHead(item, process, findings);
            checkArchetype(item, process, findings);
            if (process.children("subProcess").noneMatch(ProcessModel::watches)) {
                report(
                        LintRule.DEADLINE_WATCH,
                        process,
                        "流程没有时限监督，时限将至和超期时无人知道。",
                        "请加上事件子流程“时限监督”：不中断的定时开始事件 event_deadlineNears（" + NEXT_ALARM
                                + "）和服务任务 ${watchDeadlines}，可以从其他事项复制。",
                        findings);
            }
            process.within("userTask").forEach(task -> checkTask(task, findings));
            process.within("callActivity").forEach(call -> checkCall(call, findings));
        });
    }

    private static void checkHead(LintedItem item, XmlElement process, Findings findings) {
        var expected = "item_" + item.code();
        if (!process.id().equals(expected)) {
            report(LintRule.PROCESS_FORM, process, "流程的编号是“" + process.id() + "”。", "应为 " + expected + "。", findings);
        }
        if (!process.attribute("isExecutable").equals("true")) {
            report(LintRule.PROCESS_FORM, process, "流程不可执行。", "请在流程的属性中勾选 Executable。", findings);
        }
        if (process.attribute("camunda:historyTimeToLive").isEmpty()) {
            report(LintRule.PROCESS_FORM, process, "没有历史保留期。", "请填写 History time to live，如 P190D。", findings);
        }
        boolean receives = process.children("startEvent")
                .anyMatch(start -> start.attribute("camunda:formRef").equals(APPLICATION)
                        && start.attribute("camunda:formRefBinding").equals("deployment"));
        if (!receives) {
            report(
                    LintRule.PROCESS_FORM,
                    process,
                    "开始事件没有收件表单。",
                    "请把开始事件的表单设为 application，绑定方式设为 deployment。",
                    findings);
        }
    }

    private static void checkArchetype(LintedItem item, XmlElement process, Findings findings) {
        var archetype = item.root().get("process").get("archetype");
        boolean onSite = process.within("userTask")
                .anyMatch(task -> task.attribute("camunda:formRef").equals("on-site-check"));
        if (archetype.text().filter("on-site"::equals).isPresent() && !onSite) {
            findings.page(
                    LintRule.PROCESS_ARCHETYPE,
                    archetype,
                    "流程类型是现场核查，process.bpmn 中却没有现场核查环节。",
                    "请加上表单为 on-site-check 的人工任务，或者改流程类型。");
        }
    }

    private static boolean watches(XmlElement element) {
        return element.attribute("triggeredByEvent").equals("true")
                && element.children("startEvent")
                        .anyMatch(start -> start.id().equals("event_deadlineNears")
                                && start.attribute("isInterrupting").equals("false")
                                && start.within("timeDate")
                                        .anyMatch(date -> date.text().equals(NEXT_ALARM)))
                && element.within().stream().anyMatch(task -> task.attribute("camunda:delegateExpression")
                        .equals("${watchDeadlines}"));
    }

    private void checkTask(XmlElement task, Findings findings) {
        var form = task.attribute("camunda:formRef");
        if (form.isEmpty()) {
            incomplete(task, "没有表单。", "请套用环节模板，如“审核”；或者在 Forms 中选 Camunda Forms，填写 forms/tasks 中的表单名。", findings);
        } else if (!surroundings.taskForms().contains(form)) {
            report(
                    LintRule.REFERENCE_KNOWN,
                    task,
                    named(task) + "的表单“" + form + "”不存在，或者不是人工环节的表单。",
                    "请从中选择：" + String.join("、", surroundings.taskForms()) + "。",
                    findings);
        }
        if (!task.attribute("camunda:formRefBinding").equals("deployment")) {
            incomplete(task, "的表单没有随事项固定版本。", "请把表单的绑定方式设为 deployment。", findings);
        }
        if (task.within("camunda:taskListener").findAny().isPresent()) {
            incomplete(task, "带有任务监听器。", "请删去监听器：提交时的核验由表单决定，无须在流程中填写。", findings);
        }
        var candidates = task.attribute("camunda:candidateGroups");
        if (candidates.isEmpty()) {
            incomplete(task, "没有办理岗位。", "请在环节模板中填写办理岗位或者选择会办部门（candidateGroups），如 ${department}-handlers。", findings);
        } else {
            checkGroups(task, candidates, findings);
        }
    }

    private void checkGroups(XmlElement task, String candidates, Findings findings) {
        for (var candidate : candidates.split(",", -1)) {
            var group = candidate.strip();
            boolean known = groups.contains(group)
                    || OF_THE_DEPARTMENT.matcher(group).matches()
                    || EXPRESSION.matcher(group).matches();
            if (!known) {
                report(
                        LintRule.REFERENCE_KNOWN,
                        task,
                        named(task) + "的岗位“" + group + "”不存在，没有人能办理。",
                        "请用“部门-handlers”（承办）、“-reviewers”（审核）、“-deciders”（决定）、“-heads”（负责人），部门见 config/organization.yaml。",
                        findings);
            }
        }
    }

    private void checkCall(XmlElement call, Findings findings) {
        var called = call.attribute("calledElement");
        if (!surroundings.stages().contains(called)) {
            report(
                    LintRule.REFERENCE_KNOWN,
                    call,
                    named(call) + "调用的流程“" + called + "”不存在。",
                    "请从中选择：" + String.join("、", surroundings.stages()) + "。",
                    findings);
        }
    }

    private static void incomplete(XmlElement task, String what, String remedy, Findings findings) {
        report(LintRule.TASK_COMPLETE, task, named(task) + what, remedy, findings);
    }

    private static String named(XmlElement element) {
        return "“" + (element.attribute("name").isEmpty() ? element.id() : element.attribute("name")) + "”";
    }

    private static void report(LintRule rule, XmlElement at, String why, String remedy, Findings findings) {
        findings.add(rule, LintedItem.PROCESS, at.line(), at.id(), why, remedy);
    }
}
