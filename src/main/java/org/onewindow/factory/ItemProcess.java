package org.onewindow.factory;

import java.util.List;
import org.onewindow.factory.Node.Label;
import org.onewindow.factory.Scope.Way;

/** Draws an item's process: the stages of every case, and between them the back office of its archetype. */
final class ItemProcess {

    private static final int LINE = 180;
    private static final int CASE_LINE = 260;
    private static final int GAP = 50;
    private static final int LOWER = 180;

    private final ProcessPlan plan;
    private final Scope scope = new Scope();
    private final int y;

    private ItemProcess(ProcessPlan plan) {
        this.plan = plan;
        this.y = plan.archetype() == Archetype.INSTANT ? LINE : Math.max(CASE_LINE, BackOffice.heightAbove(plan) + 60);
    }

    /** The content of {@code process.bpmn}. */
    static String bpmn(ProcessPlan plan) {
        var process = new ItemProcess(plan);
        if (plan.archetype() == Archetype.INSTANT) {
            process.drawInstant();
        } else {
            process.drawPromised();
        }
        return BpmnText.of("item_" + plan.code(), plan.name(), plan.documentation(), process.scope);
    }

    private void drawPromised() {
        var dispatch = drawReception();
        var dispatched = gateway("gateway_dispatched", "已定承办部门", 730, y, Label.ABOVE);
        var byHand = dispatchByHand(730, y + LOWER);
        var handOver = gateway("gateway_handOver", "", 870, y, Label.ABOVE);
        var backOffice = scope.add(BackOffice.draw(plan, 940, y));
        int x = backOffice.bounds().right() + GAP;
        var record = scope.add(recordDecision(x + 60));
        var decision = gateway("gateway_decision", "决定", x + 190, y, Label.ABOVE);
        var certificate = scope.add(BackOffice.userTask(
                "task_makeCertificate", "制证", "make-certificate", plan.decidingDepartment() + "-handlers", x + 340, y));
        var issuance = scope.add(issuance(x + 510));
        var closed = scope.add(Node.event("endEvent", "event_closed", "办结", x + 640, y));
        drawWatch(backOffice);
        scope.straight(dispatch, dispatched);
        scope.straight(dispatched, handOver, Way.when("已确定", "department != null"));
        scope.down(dispatched, byHand, Way.otherwise("未确定"));
        scope.rightThenUp(byHand, handOver);
        scope.straight(handOver, backOffice);
        scope.straight(backOffice, record);
        scope.straight(record, decision);
        scope.straight(decision, certificate, Way.when("准予", "decision == \"grant\""));
        scope.straight(certificate, issuance);
        scope.under(decision, issuance, y + 100, Way.otherwise("不予"));
        scope.straight(issuance, closed);
    }

    private void drawInstant() {
        var dispatch = drawReception();
        int lower = y + LOWER + 10;
        var handling = gateway("gateway_handling", "办理方式", 730, y, Label.ABOVE);
        var atWindow = scope.add(Node.task(
                "userTask",
                "task_decideAtWindow",
                "窗口办理",
                900,
                y,
                "camunda:formRef",
                "decide-at-window",
                "camunda:formRefBinding",
                "deployment",
                "camunda:assignee",
                "${receivingClerk}",
                "camunda:candidateGroups",
                "${acceptors}"));
        var windowOutcome = gateway("gateway_windowOutcome", "窗口意见", 1035, y, Label.ABOVE);
        var byHand = dispatchByHand(900, lower + 130);
        var handOver = gateway("gateway_handOver", "", 900, lower, Label.ABOVE);
        var backOffice = scope.add(BackOffice.draw(plan, 1090, lower));
        int x = backOffice.bounds().right() + GAP;
        var decided = gateway("gateway_decided", "", x + 25, y, Label.ABOVE);
        var record = scope.add(recordDecision(x + 160));
        var issuance = scope.add(issuance(x + 330));
        var closed = scope.add(Node.event("endEvent", "event_closed", "办结", x + 460, y));
        drawWatch(backOffice);
        scope.straight(dispatch, handling);
        scope.straight(handling, atWindow, Way.when("窗口直办", "handling == \"window\""));
        scope.downThenRight(handling, handOver, Way.when("部门办理", "handling == \"department\""));
        scope.downThenRight(handling, byHand, Way.otherwise("未确定"));
        scope.up(byHand, handOver);
        scope.straight(handOver, backOffice);
        scope.rightThenUp(backOffice, decided);
        scope.straight(atWindow, windowOutcome);
        scope.straight(windowOutcome, decided, Way.otherwise("已决定"));
        scope.stepDown(windowOutcome, handOver, y + 80, Way.when("转部门办理", "outcome == \"transfer\""));
        scope.straight(decided, record);
        scope.straight(record, issuance);
        scope.straight(issuance, closed);
    }

    /** 收件, 前台受理 and 按责分办, which gives the department. */
    private Node drawReception() {
        var received = scope.add(Node.event(
                "startEvent",
                "event_applicationReceived",
                "收件",
                180,
                y,
                "camunda:formRef",
                "application",
                "camunda:formRefBinding",
                "deployment"));
        var frontDesk = scope.add(Node.task(
                        "callActivity",
                        "task_frontDesk",
                        "前台受理",
                        320,
                        y,
                        "calledElement",
                        "stage_front-desk-acceptance")
                .with(List.of(
                        List.of("in", "businessKey", "#{execution.processBusinessKey}"),
                        pass("in", "acceptors"),
                        pass("in", "receivingClerk"),
                        pass("out", "acceptance"))));
        var accepted = gateway("gateway_accepted", "是否受理", 460, y, Label.ABOVE);
        var notAccepted = scope.add(Node.event("endEvent", "event_notAccepted", "未受理", 460, y + 140));
        var dispatch = scope.add(Node.task(
                "businessRuleTask", "task_dispatch", "按责分办", 600, y, "camunda:delegateExpression", "${dispatchCase}"));
        scope.straight(received, frontDesk);
        scope.straight(frontDesk, accepted);
        scope.straight(accepted, dispatch, Way.when("受理", "acceptance == \"accepted\""));
        scope.down(accepted, notAccepted, Way.otherwise("未受理"));
        return dispatch;
    }

    /** 时限监督: the one timer that the case's clock winds up. */
    private void drawWatch(Node backOffice) {
        int left = backOffice.bounds().x();
        int top = backOffice.bounds().bottom() + 60;
        int middle = top + 75;
        var inside = new Scope();
        var nears = inside.add(
                Node.event("startEvent", "event_deadlineNears", "时限将至或已过", left + 65, middle, "isInterrupting", "false")
                        .with(new Node.Timer("timer_deadline", "${caseDates.nextAlarm(execution)}")));
        var watch = inside.add(Node.task(
                "serviceTask",
                "task_watchDeadlines",
                "预警或登记超期",
                left + 210,
                middle,
                "camunda:delegateExpression",
                "${watchDeadlines}"));
        var watched = inside.add(Node.event("endEvent", "event_watched", "等候下一时限", left + 355, middle));
        inside.straight(nears, watch);
        inside.straight(watch, watched);
        scope.add(Node.subProcess(
                "task_watchOverDeadlines",
                "时限监督",
                new Bounds(left, top, 420, 150),
                inside,
                "triggeredByEvent",
                "true"));
    }

    private Node dispatchByHand(int cx, int cy) {
        return scope.add(BackOffice.userTask("task_dispatchByHand", "人工分办", "dispatch", "dispatch", cx, cy));
    }

    private Node recordDecision(int cx) {
        return Node.task(
                "serviceTask", "task_recordDecision", "登记决定", cx, y, "camunda:delegateExpression", "${recordDecision}");
    }

    private Node issuance(int cx) {
        return Node.task("callActivity", "task_issuance", "统一出件", cx, y, "calledElement", "stage_unified-issuance")
                .with(List.of(List.of("in", "businessKey", "#{execution.processBusinessKey}"), pass("in", "issuers")));
    }

    private Node gateway(String id, String name, int cx, int cy, Label label) {
        return scope.add(Node.gateway("exclusiveGateway", id, name, cx, cy, label));
    }

    private static List<String> pass(String direction, String variable) {
        return List.of(direction, "source", variable, "target", variable);
    }
}
