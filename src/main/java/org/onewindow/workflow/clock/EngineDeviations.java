package org.onewindow.workflow.clock;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.deadline.LedgerReplay.Replayed;
import org.springframework.stereotype.Component;

/** Finds where the engine's timers and tasks do not stand at the dates that the ledger tells; moves nothing, asks no engine. */
@Component
public class EngineDeviations {

    private final EngineRows rows;
    private final OwnDueDates ownDueDates;
    private final CaseDates dates;
    private final TaskClock taskClock;
    private final Clock clock;

    EngineDeviations(EngineRows rows, OwnDueDates ownDueDates, CaseDates dates, TaskClock taskClock, Clock clock) {
        this.rows = rows;
        this.ownDueDates = ownDueDates;
        this.dates = dates;
        this.taskClock = taskClock;
        this.clock = clock;
    }

    /** @param problem in Chinese */
    public record Deviation(String caseNumber, String problem) {}

    /**
     * What deviates in some open cases. A case with a timer that is due just now is about to move, and is left alone; so is one
     * with an alarm that a clock ahead has put on record before its time, until that time comes.
     */
    public List<Deviation> of(List<Replayed> open) {
        var cases = new HashMap<String, Replayed>();
        open.stream()
                .filter(one -> !dates.isAnyAhead(one.state().orElseThrow(), one.raised()))
                .forEach(one -> cases.put(one.caseNumber().value(), one));
        var timers = rows.timers(List.copyOf(cases.keySet())).stream()
                .collect(Collectors.groupingBy(EngineRows.TimerRow::caseNumber));
        var now = LocalDateTime.now(clock);
        timers.values().stream()
                .flatMap(List::stream)
                .filter(timer -> timer.due().filter(due -> !due.isAfter(now)).isPresent())
                .forEach(timer -> cases.remove(timer.caseNumber()));
        var deviations = new ArrayList<Deviation>();
        cases.values().forEach(one -> compareTimers(one, timers, deviations));
        rows.tasks(List.copyOf(cases.keySet()))
                .forEach(task -> compareTask(task, cases.get(task.caseNumber()), deviations));
        return deviations;
    }

    private void compareTimers(
            Replayed one, Map<String, List<EngineRows.TimerRow>> timers, List<Deviation> deviations) {
        var number = one.caseNumber().value();
        var own = timers.getOrDefault(number, List.of());
        long watches = own.stream()
                .filter(timer -> timer.activity().equals(EngineFollowsClock.WATCH))
                .count();
        if (watches != 1) {
            deviations.add(new Deviation(number, "时限监督的计时器应当有 1 个，实际有 " + watches + " 个"));
        }
        for (var timer : own) {
            dates.timer(timer.activity(), one.state().orElseThrow(), one.raised())
                    .map(EngineRows::local)
                    .filter(due -> timer.due().filter(due::equals).isEmpty())
                    .ifPresent(due -> deviations.add(new Deviation(
                            number, "计时器“" + timer.activity() + "”定在 " + text(timer.due()) + "，按时限账本应为 " + due)));
        }
    }

    private void compareTask(EngineRows.TaskRow task, Replayed one, List<Deviation> deviations) {
        if (task.definition().startsWith(Measures.OVERRUN)) {
            return; // it may outlive the period that was overrun, and the case
        }
        var state = one.state().orElseThrow();
        int priority = taskClock.priority(state);
        if (task.priority() != priority) {
            deviations.add(new Deviation(
                    task.caseNumber(), "任务“" + task.key() + "”的优先级是 " + task.priority() + "，按时限账本应为 " + priority));
        }
        var due = Optional.ofNullable(dates.due(state)).map(EngineRows::local);
        if (!task.due().equals(due) && !ownDueDates.has(task.definition(), task.key())) {
            deviations.add(new Deviation(
                    task.caseNumber(), "任务“" + task.key() + "”的到期日是 " + text(task.due()) + "，按时限账本应为 " + text(due)));
        }
    }

    private static String text(Optional<LocalDateTime> date) {
        return date.map(LocalDateTime::toString).orElse("无");
    }
}
