package org.onewindow.factory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onewindow.factory.Archetype.Partner;
import org.onewindow.factory.Scope.Way;

/** Draws the sub-process 后台审批: steps from left to right, the returns to 承办 over their tops, one above the other. */
final class BackOffice {

    private static final int GAP = 50;
    private static final int AFTER_GATEWAY = 80;
    private static final int ROW = 100;
    private static final int RETURN = 40;
    private static final int UNDER = 100;
    private static final int ENTRY = 20;
    /** A longer name would run under the neighbouring steps. */
    private static final int LONGEST_QUESTION = 8;

    private static final int HEAD = 60;
    private static final int FOOT = 40;
    private static final String HANDLERS = "${department}-handlers";
    private static final String REVIEWERS = "${department}-reviewers";

    private final ProcessPlan plan;
    private final Scope scope = new Scope();
    private final List<Node> returning = new ArrayList<>();
    private final int left;
    private final int y;
    private int right;
    private int rows = 1;
    private Node last;
    private Node handle;
    private Optional<Node> reviewed = Optional.empty();
    private Way next = Way.PLAIN;

    private BackOffice(ProcessPlan plan, int left, int y) {
        this.plan = plan;
        this.left = left;
        this.y = y;
        this.right = left;
    }

    /** @param y the height of the line on which its steps stand */
    static Node draw(ProcessPlan plan, int left, int y) {
        return new BackOffice(plan, left, y).draw();
    }

    /** How far its frame reaches above the line of its steps. */
    static int heightAbove(ProcessPlan plan) {
        int returns =
                switch (plan.archetype()) {
                    case INSTANT -> 1;
                    case PROMISED, ON_SITE, JOINT -> 2;
                    case PUBLICATION -> 3;
                    case LEVELS -> plan.partners().size();
                };
        return Node.TASK_HEIGHT / 2 + returns * RETURN + HEAD;
    }

    private Node draw() {
        place(Node.event("startEvent", "event_handedOver", "", right + 20 + Node.EVENT / 2, y));
        switch (plan.archetype()) {
            case INSTANT -> handle("承办", HANDLERS);
            case PROMISED -> {
                handle("承办", HANDLERS);
                review("task_review", "审核", REVIEWERS);
            }
            case ON_SITE -> {
                handle("承办", HANDLERS);
                task("task_checkOnSite", "现场核查", "on-site-check", HANDLERS);
                review("task_review", "审核", REVIEWERS);
            }
            case PUBLICATION -> publication();
            case LEVELS -> levels();
            case JOINT -> joint();
        }
        decide();
        drawReturns();
        int top = y - heightAbove(plan);
        int lowest = reviewed.isPresent() ? UNDER : (rows - 1) * ROW + Node.TASK_HEIGHT / 2;
        int bottom = y + lowest + FOOT;
        return Node.subProcess(
                "task_backOffice", "后台审批", new Bounds(left, top, right + 20 - left, bottom - top), scope);
    }

    private void publication() {
        handle("承办", HANDLERS);
        task("task_review", "审核", "review-before-publication", REVIEWERS);
        reviewed = Optional.of(outcome("gateway_reviewOutcome", "审核意见", Node.Label.BESIDE));
        next = Way.when("公示", "outcome == \"agree\"");
        task("task_publicize", "公示", "publicize", HANDLERS);
        place(Node.event("intermediateCatchEvent", "event_publicationEnded", "公示期满", middle(Node.EVENT), y)
                .with(new Node.Timer(
                        "timer_publication", "${caseDates." + endOfPublication(plan.publication()) + "}")));
        task("task_concludePublication", "公示结果", "conclude-publication", HANDLERS);
        outcome("gateway_publicationOutcome", "公示结果");
        next = Way.when("无异议", "outcome == \"no-objection\"");
    }

    private static String endOfPublication(ProcessPlan.Publication publication) {
        return "endOfPublication" + (publication.workingDays() ? "InWorkingDays" : "") + "(" + publication.days() + ")";
    }

    private void levels() {
        var first = plan.partners().get(0);
        handle(first.step(), first.department() + "-handlers");
        for (int i = 1; i < plan.partners().size(); i++) {
            var level = plan.partners().get(i);
            review("task_review" + (i == 1 ? "" : i), level.step(), level.department() + "-reviewers");
        }
    }

    private void joint() {
        handle("承办", HANDLERS);
        var split = place(
                Node.gateway("parallelGateway", "gateway_consult", "分送会办", middle(Node.GATEWAY), y, Node.Label.ABOVE));
        rows = plan.partners().size();
        int cx = right + GAP + Node.TASK_WIDTH / 2;
        var consulted = new ArrayList<Node>();
        for (int row = 0; row < rows; row++) {
            var partner = plan.partners().get(row);
            consulted.add(scope.add(userTask(
                    "task_consult" + camel(partner),
                    partner.step(),
                    "joint-opinion",
                    partner.department() + "-handlers",
                    cx,
                    y + row * ROW)));
        }
        right = cx + Node.TASK_WIDTH / 2;
        var join = scope.add(Node.gateway(
                "parallelGateway", "gateway_consulted", "会办齐备", middle(Node.GATEWAY), y, Node.Label.ABOVE));
        right = join.bounds().right();
        for (int row = 0; row < rows; row++) {
            if (row == 0) {
                scope.straight(split, consulted.get(row));
                scope.straight(consulted.get(row), join);
            } else {
                scope.downThenRight(split, consulted.get(row), Way.PLAIN);
                scope.rightThenUp(consulted.get(row), join);
            }
        }
        last = join;
        task("task_summarize", "汇总意见", "summarize-opinions", HANDLERS);
        outcome("gateway_summaryOutcome", "汇总意见");
        next = Way.when("同意", "outcome == \"agree\"");
    }

    private void handle(String name, String group) {
        handle = task("task_handle", name, "handle", group);
    }

    private void review(String id, String name, String group) {
        task(id, name, "review", group);
        var question = name.length() > LONGEST_QUESTION ? "审核意见" : name + "意见";
        outcome(id.replace("task_", "gateway_") + "Outcome", question);
        next = Way.when("同意", "outcome == \"agree\"");
    }

    private void decide() {
        task(
                "task_decide",
                plan.archetype() == Archetype.LEVELS ? "区级确认" : "决定",
                "decide",
                plan.decidingDepartment() + "-deciders");
        // whoever is to be refused is not publicized
        reviewed.ifPresent(gateway -> scope.under(gateway, last, y + UNDER, Way.otherwise("不公示")));
        outcome("gateway_decisionOutcome", "决定结果");
        next = Way.otherwise("已决定");
        place(Node.event("endEvent", "event_decided", "", middle(Node.EVENT), y));
    }

    private Node task(String id, String name, String form, String group) {
        return place(userTask(id, name, form, group, middle(Node.TASK_WIDTH), y));
    }

    private void outcome(String id, String name) {
        outcome(id, name, Node.Label.BELOW);
    }

    private Node outcome(String id, String name, Node.Label label) {
        var gateway = place(Node.gateway("exclusiveGateway", id, name, middle(Node.GATEWAY), y, label));
        returning.add(gateway);
        return gateway;
    }

    /** The middle of the next shape on the line. */
    private int middle(int width) {
        return right + (next.equals(Way.PLAIN) ? GAP : AFTER_GATEWAY) + width / 2;
    }

    private Node place(Node node) {
        scope.add(node);
        if (last != null) {
            scope.straight(last, node, next);
        }
        next = Way.PLAIN;
        last = node;
        right = node.bounds().right();
        return node;
    }

    /** The nearest gateway returns lowest and enters rightmost: so no line crosses another. */
    private void drawReturns() {
        int count = returning.size();
        var back = "退回" + (handle.name().length() > LONGEST_QUESTION ? "承办" : handle.name());
        for (int i = 0; i < count; i++) {
            int height = y - Node.TASK_HEIGHT / 2 - (i + 1) * RETURN;
            int entry = handle.bounds().cx() + ENTRY * (count - 1) / 2 - ENTRY * i;
            scope.back(returning.get(i), handle, height, entry, Way.when(back, "outcome == \"return\""));
        }
    }

    static Node userTask(String id, String name, String form, String groups, int cx, int cy) {
        return Node.task(
                "userTask",
                id,
                name,
                cx,
                cy,
                "camunda:formRef",
                form,
                "camunda:formRefBinding",
                "deployment",
                "camunda:candidateGroups",
                groups);
    }

    /** {@code fire-brigade} as {@code FireBrigade}. */
    private static String camel(Partner partner) {
        var camel = new StringBuilder();
        for (var word : partner.department().split("-", -1)) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }
}
