package org.onewindow.catalog.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case passes 前台受理, 按责分办, 后台审批 and 统一出件 in this order on every path. Going back is allowed, skipping is not.
 * A path may end early when the case was not accepted, or when an event took it off its way (a warning, a withdrawal).
 */
final class FourStages implements Check {

    @Override
    public void check(LintedItem item, Findings findings) {
        item.process().ifPresent(process -> new Walk(process, findings).start());
    }

    /** Follows every path and remembers the stage that it has reached. */
    private static final class Walk {

        private static final List<String> STAGES = List.of("收件", "前台受理", "按责分办", "后台审批", "统一出件");
        private static final int RECEIVED = 0;
        private static final int FRONT_DESK = 1;
        private static final int DISPATCH = 2;
        private static final int BACK_OFFICE = 3;
        private static final int ISSUANCE = 4;
        private static final String REMEDY = "每条路径都应依次经过前台受理、按责分办、后台审批、统一出件。";

        private final XmlElement process;
        private final Findings findings;
        private final Map<String, XmlElement> byId;
        private final Map<String, List<XmlElement>> outgoing;
        private final Map<String, List<XmlElement>> incoming;
        private final Map<String, List<XmlElement>> attached;
        private final Set<String> visited = new HashSet<>();
        private final Map<XmlElement, Map<XmlElement, Integer>> arrivals = new HashMap<>();
        private final Set<String> refused = new HashSet<>();
        private boolean issued;

        Walk(XmlElement process, Findings findings) {
            this.process = process;
            this.findings = findings;
            byId = process.within().stream()
                    .filter(element -> !element.id().isEmpty())
                    .collect(Collectors.toMap(XmlElement::id, element -> element, (first, repeated) -> first));
            var flows = process.within("sequenceFlow").toList();
            outgoing = flows.stream().collect(Collectors.groupingBy(flow -> flow.attribute("sourceRef")));
            attached = process.within("boundaryEvent")
                    .collect(Collectors.groupingBy(event -> event.attribute("attachedToRef")));
            incoming = flows.stream().collect(Collectors.groupingBy(flow -> flow.attribute("targetRef")));
        }

        void start() {
            enterScope(process, RECEIVED, Optional.empty());
            if (!issued && refused.isEmpty()) {
                refuse(process, "没有一条路径到达统一出件。");
            }
        }

        /** @param side the scope in which the path left the main way, if it did: its end is not the case's end */
        private void enterScope(XmlElement scope, int reached, Optional<XmlElement> side) {
            for (var element : scope.children()) {
                if (element.is("startEvent")) {
                    enter(element, reached, side, Optional.empty());
                } else if (element.attribute("triggeredByEvent").equals("true")) {
                    boolean interrupts = element.children("startEvent")
                            .noneMatch(
                                    start -> start.attribute("isInterrupting").equals("false"));
                    enterScope(element, reached, side(scope, interrupts, side));
                }
            }
        }

        private void enter(XmlElement node, int before, Optional<XmlElement> side, Optional<XmlElement> flow) {
            var reached = flow.isPresent() && isJoin(node) ? join(node, flow.get(), before) : OptionalInt.of(before);
            if (reached.isEmpty()
                    || !visited.add(node.id() + " " + reached.getAsInt() + " " + side.map(XmlElement::id))) {
                return;
            }
            proceed(node, reached.getAsInt(), side);
        }

        private void proceed(XmlElement node, int reached, Optional<XmlElement> side) {
            var stage = stageOf(node);
            if (stage.isPresent() && reached == ISSUANCE) {
                refuse(node, STAGES.get(stage.getAsInt()) + "排在统一出件之后。");
                return;
            }
            if (stage.isPresent() && reached < stage.getAsInt() - 1) {
                refuse(node, "没有经过" + STAGES.get(stage.getAsInt() - 1) + "就到了" + STAGES.get(stage.getAsInt()) + "。");
                return;
            }
            issued |= stage.isPresent() && stage.getAsInt() == ISSUANCE;
            attached.getOrDefault(node.id(), List.of()).forEach(event -> {
                boolean interrupts = !event.attribute("cancelActivity").equals("false");
                enter(event, reached, side(scopeOf(node), interrupts, side), Optional.empty());
            });
            if (node.is("subProcess")) {
                enterScope(node, reached, side);
            } else {
                leave(node, stage.orElse(reached), side);
            }
        }

        private void leave(XmlElement node, int reached, Optional<XmlElement> side) {
            var flows = outgoing.getOrDefault(node.id(), List.of());
            for (var flow : flows) {
                Optional.ofNullable(byId.get(flow.attribute("targetRef")))
                        .ifPresent(target -> enter(target, reached, side, Optional.of(flow)));
            }
            if (flows.isEmpty()) {
                end(scopeOf(node), node, reached, side);
            }
        }

        private void end(XmlElement scope, XmlElement node, int reached, Optional<XmlElement> side) {
            if (side.filter(scope::equals).isPresent()) {
                return;
            }
            if (scope.is("subProcess")) {
                if (scope.attribute("triggeredByEvent").equals("true")) {
                    end(scopeOf(scope), node, reached, side);
                } else {
                    leave(scope, reached, side);
                }
            } else if (reached != FRONT_DESK && reached != ISSUANCE) {
                refuse(node, "路径在" + STAGES.get(reached) + "之后结束，没有" + STAGES.get(reached + 1) + "。");
            }
        }

        private boolean isJoin(XmlElement node) {
            return node.is("parallelGateway")
                    && incoming.getOrDefault(node.id(), List.of()).size() > 1;
        }

        /** A join waits for all its branches: the case is as far as the furthest of them. */
        private OptionalInt join(XmlElement node, XmlElement flow, int reached) {
            var arrived = arrivals.computeIfAbsent(node, key -> new HashMap<>());
            arrived.merge(flow, reached, Math::min);
            boolean complete = arrived.keySet().containsAll(incoming.get(node.id()));
            return complete
                    ? arrived.values().stream().mapToInt(Integer::intValue).max()
                    : OptionalInt.empty();
        }

        private void refuse(XmlElement node, String why) {
            if (refused.add(node.id() + why)) {
                findings.add(LintRule.FOUR_STAGES, LintedItem.PROCESS, node.line(), node.id(), why, REMEDY);
            }
        }

        private static OptionalInt stageOf(XmlElement node) {
            var form = node.attribute("camunda:formRef");
            return switch (node.name()) {
                case "callActivity" ->
                    switch (node.attribute("calledElement")) {
                        case "stage_front-desk-acceptance" -> OptionalInt.of(FRONT_DESK);
                        case "stage_unified-issuance" -> OptionalInt.of(ISSUANCE);
                        default -> OptionalInt.empty();
                    };
                case "businessRuleTask" ->
                    node.attribute("camunda:delegateExpression").equals("${dispatchCase}")
                            ? OptionalInt.of(DISPATCH)
                            : OptionalInt.empty();
                // the dispatcher's own task only finds the department
                case "userTask" -> form.equals("dispatch") ? OptionalInt.empty() : OptionalInt.of(BACK_OFFICE);
                default -> OptionalInt.empty();
            };
        }

        /** An event that interrupts inside a sub-process still leads to the sub-process's exit. */
        private static Optional<XmlElement> side(XmlElement scope, boolean interrupts, Optional<XmlElement> side) {
            return interrupts && scope.is("subProcess") ? side : Optional.of(scope);
        }

        private static XmlElement scopeOf(XmlElement node) {
            return node.parent().orElseThrow();
        }
    }
}
