package org.onewindow.workflow.rehearsal;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.onewindow.casefile.CaseState;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.workflow.rehearsal.Rehearsed.Step;
import org.onewindow.workflow.rehearsal.Rehearsed.Walk;
import org.onewindow.workflow.rehearsal.Situations.Answered;

/**
 * Walks an item's process through: at every place that a case can come to, every choice once. From a place where the choices
 * have been tried before, a path goes straight on, so a loop is walked once.
 */
final class Exploration {

    /** Steps after which a path is taken to go round for ever. */
    private static final int MOST_STEPS = 100;

    private static final Set<CaseState> FINAL = Set.of(
            CaseState.GRANTED,
            CaseState.DENIED,
            CaseState.WITHDRAWN,
            CaseState.LAPSED,
            CaseState.DECLINED,
            CaseState.REFUSED);

    private final Stage stage;
    private final ServiceItem item;
    private final String window;
    private final String process;
    private final LocalDateTime start;
    private final Deque<Planned> planned = new ArrayDeque<>();
    private final Deque<Answered> spare = new ArrayDeque<>();
    private final Set<String> visited = new HashSet<>();
    private final List<Walk> walks = new ArrayList<>();

    /** @param choices what is to be chosen first; after that it is the path's own affair */
    private record Planned(Answered situation, List<Choice> choices) {}

    /** @param process the definition's id */
    Exploration(Stage stage, ServiceItem item, String window, String process, LocalDateTime start) {
        this.stage = stage;
        this.item = item;
        this.window = window;
        this.process = process;
        this.start = start;
    }

    /**
     * @param setOut the situations from which to set out
     * @param others whose materials differ from each other's: those that no path has left over go as far as the acceptance
     */
    List<Walk> walk(List<Answered> setOut, List<Answered> others) {
        setOut.forEach(situation -> planned.add(new Planned(situation, List.of())));
        spare.addAll(others);
        while (!planned.isEmpty()) {
            walk(planned.poll());
        }
        spare.forEach(this::accept);
        return walks;
    }

    private void walk(Planned plan) {
        stage.clock().set(start);
        var faults = new ArrayList<String>();
        var chosen = new ArrayList<Choice>();
        SimulatedCase walked = null;
        String end;
        try {
            walked = SimulatedCase.receive(
                    stage, window, process, plan.situation().answers());
            end = goOn(walked, plan, chosen, faults);
        } catch (Failed e) {
            end = e.isRule() ? "规则不允许" : "走不下去";
            if (!e.isRule()) {
                faults.add(e.getMessage());
            } else if (walked != null) {
                walked.steps().add(new Step(e.getMessage(), "", ""));
            }
        }
        if (walked == null) {
            walks.add(new Walk(plan.situation().situation().number(), List.of(), OptionalInt.empty(), "", end, faults));
        } else {
            walks.add(record(plan.situation(), walked, end, faults));
            walked.remove();
        }
    }

    /** A list of materials that no path has shown yet: it is handed in and accepted; what follows does not go by it. */
    private void accept(Answered situation) {
        stage.clock().set(start);
        try {
            var received = SimulatedCase.receive(stage, window, process, situation.answers());
            try {
                if (received.turn() instanceof SimulatedCase.Work work) {
                    received.take(work, work.choices().get(0));
                }
            } finally {
                received.remove();
            }
        } catch (Failed e) {
            var fault = "情形" + situation.situation().number() + "：" + e.getMessage();
            walks.add(unwalked(situation, "走不下去", List.of(fault)));
        }
    }

    private static Walk unwalked(Answered situation, String end, List<String> faults) {
        return new Walk(situation.situation().number(), List.of(), OptionalInt.empty(), "", end, List.copyOf(faults));
    }

    private String goOn(SimulatedCase walked, Planned plan, List<Choice> chosen, List<String> faults) throws Failed {
        var taken = new HashMap<Choice, Integer>();
        for (int step = 0; step < MOST_STEPS; step++) {
            var turn = walked.turn();
            if (turn instanceof SimulatedCase.End) {
                return end(walked, faults);
            } else if (turn instanceof SimulatedCase.DeadEnd dead) {
                faults.add("死路：停在“" + String.join("”“", dead.at()) + "”，没有任务，也没有计时器能继续。");
                return "死路";
            } else if (turn instanceof SimulatedCase.Wait wait) {
                walked.await(wait.timer());
            } else if (turn instanceof SimulatedCase.Work work) {
                var choice = step(plan, chosen, work, walked.place(), taken);
                if (choice.isTimer()) {
                    walked.letLapse(choice);
                } else {
                    walked.take(work, choice);
                }
            }
        }
        faults.add("走了" + MOST_STEPS + "步仍没有办结，流程在兜圈子。");
        return "没有终点";
    }

    private Choice step(
            Planned plan, List<Choice> chosen, SimulatedCase.Work work, String place, Map<Choice, Integer> taken) {
        Choice choice;
        if (chosen.size() < plan.choices().size()) {
            choice = plan.choices().get(chosen.size());
            if (!work.choices().contains(choice)) {
                throw new IllegalStateException(
                        "the same choices led elsewhere: " + choice + " is not among " + work.choices());
            }
        } else {
            boolean isNew = visited.add(plan.situation().way() + place);
            var choices = work.choices();
            if (isNew) {
                choices.stream().skip(1).forEach(other -> plan(plan.situation(), chosen, other));
            }
            choice = choices.stream()
                    .filter(other -> taken.getOrDefault(other, 0) < 2)
                    .findFirst()
                    .orElseGet(() -> choices.stream()
                            .min(Comparator.comparing(taken::get))
                            .orElseThrow());
        }
        chosen.add(choice);
        taken.merge(choice, 1, Integer::sum);
        return choice;
    }

    private void plan(Answered situation, List<Choice> before, Choice next) {
        var choices = new ArrayList<>(before);
        choices.add(next);
        planned.add(new Planned(another(situation), choices));
    }

    /** A situation that goes the same way and asks for materials that no path has shown yet, as long as there is one. */
    private Answered another(Answered situation) {
        if (situation.isRouted()) {
            return situation;
        }
        var other = spare.stream()
                .filter(unused -> unused.way().equals(situation.way())
                        && situation.situation().isEligible())
                .findFirst();
        other.ifPresent(spare::remove);
        return other.orElse(situation);
    }

    private String end(SimulatedCase walked, List<String> faults) {
        var state = stage.file(walked.number()).state();
        if (!FINAL.contains(state)) {
            faults.add("流程走完了，办件却停在“" + state.label() + "”。");
        }
        return state.label();
    }

    private Walk record(Answered situation, SimulatedCase walked, String end, List<String> faults) {
        var dates = stage.dates(walked.number());
        var days = dates.acceptedOn().isPresent() ? OptionalInt.of(dates.used()) : OptionalInt.empty();
        var remark = days.orElse(0) > item.limits().promisedDays() ? "超承诺" : "";
        if (dates.statutoryOverrun()) {
            // people who let a period lapse or give a case back take that time, not the process
            int own = dates.used() - walked.lapsedDays();
            boolean isTooLong = own > item.limits().statutoryDays().orElse(own);
            remark = !isTooLong ? "逾期未告知，超法定" : walked.isDoneAgain() ? "退回重办，超法定" : "超法定";
            if (isTooLong && !walked.isDoneAgain()) {
                faults.add("超过法定时限：法定" + item.limits().statutoryDays().orElse(0) + "日，这条路径到决定时用了" + own + "日。");
            }
        }
        return new Walk(
                situation.situation().number(), List.copyOf(walked.steps()), days, remark, end, List.copyOf(faults));
    }
}
