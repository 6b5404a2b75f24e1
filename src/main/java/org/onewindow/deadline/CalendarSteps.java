package org.onewindow.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Leads through the open cases after a change of the calendar, some at a time; it goes on where it stopped. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CalendarSteps {

    private final OfficeCalendar calendar;
    private final CasePages pages;
    private final CalendarChanges changes;
    private final ClockForecasts forecasts;
    private final Clock clock;

    CalendarSteps(
            OfficeCalendar calendar, CasePages pages, CalendarChanges changes, ClockForecasts forecasts, Clock clock) {
        this.calendar = calendar;
        this.pages = pages;
        this.changes = changes;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    /** A case whose dates moved: what the ledger says now, and the alarms that went off before. */
    public record Moved(CaseNumber caseNumber, ClockState state, List<ClockAlarm> raised) {}

    /** Some cases that moved, locked until the transaction ends. */
    public record Step(long change, List<Moved> moved, boolean isLast) {}

    /** The number of the unfinished change. */
    @Transactional
    public Optional<Long> unfinished() {
        return changes.unfinished().map(CalendarChange::id);
    }

    /**
     * Locks the next cases and puts on record that they are done: what is written of them belongs in the same transaction.
     *
     * @return empty if nothing is to be done, or another node is at it
     */
    public Optional<Step> next(int cases) {
        return changes.lockUnfinished().map(change -> step(change, cases));
    }

    /** Leaves the next case aside, on record. */
    public void skip() {
        changes.lockUnfinished().ifPresent(change -> pages.lockOpen(change.lastCase(), 1)
                .forEach(number -> changes.advance(change.id(), number, 0, List.of(number))));
    }

    private Step step(CalendarChange change, int cases) {
        var numbers = pages.lockOpen(change.lastCase(), cases);
        var before = calendar.after(change.id() - 1);
        var after = calendar.after(change.id());
        var today = LocalDate.now(clock);
        var raised = pages.raised(numbers);
        var moved = new ArrayList<Moved>();
        var failed = new ArrayList<String>();
        var foretold = new HashMap<CaseNumber, ClockForecast>();
        for (var page : pages.open(numbers)) {
            var read = page.tryRead(today, after);
            if (read.isEmpty()) {
                // Written since the change was looked through: the case cannot be told until its ledger is put right.
                failed.add(page.caseNumber().value());
            }
            page.tryForecast(after).ifPresent(forecast -> foretold.put(page.caseNumber(), forecast));
            read.filter(state -> CaseMove.between(page, page.tryRead(today, before), state)
                            .isPresent())
                    .ifPresent(state -> moved.add(
                            new Moved(page.caseNumber(), state, raised.getOrDefault(page.caseNumber(), List.of()))));
        }
        forecasts.replace(foretold);
        boolean isLast = numbers.size() < cases;
        changes.advance(
                change.id(),
                numbers.isEmpty() ? change.lastCase() : numbers.get(numbers.size() - 1),
                moved.size(),
                failed);
        if (isLast) {
            changes.finish(change.id(), clock.instant());
        }
        return new Step(change.id(), List.copyOf(moved), isLast);
    }
}
