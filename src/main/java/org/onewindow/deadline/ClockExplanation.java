package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.ExplainedPeriod.Kind;

/**
 * Why a case's dates are what they are (时限说明). It counts nothing itself: the dates are those of {@link ClockState}, and
 * whether a day counts is the word of the {@link DecisionPeriod} that they were read from.
 *
 * @param rules what the item's law and promise grant
 * @param state the dates that are explained
 * @param periods those that exist, in the order in which they begin
 */
public record ClockExplanation(ClockRules rules, ClockState state, List<ExplainedPeriod> periods) {

    public ClockExplanation {
        periods = List.copyOf(periods);
    }

    /** What the ledger says on a day, or on that of its last event if that is later. */
    public static ClockExplanation of(ClockBook book, LocalDate day, WorkingCalendar calendar) {
        return of(book.rules(), book.events(), book.latest(day), calendar);
    }

    /**
     * @param events in the order in which they happened
     * @throws ImpossibleClockEvent if an event cannot follow on those before it
     */
    static ClockExplanation of(
            ClockRules rules, List<? extends ClockEvent> events, LocalDate asOf, WorkingCalendar calendar) {
        var state = CaseClock.replay(rules, events, asOf, calendar);
        var happened = events.stream()
                .filter(event -> !event.on().isAfter(asOf))
                .map(ClockEvent.class::cast)
                .toList();
        return new ClockExplanation(rules, state, new ClockExplainer(rules, happened, state, calendar).periods());
    }

    public Optional<ExplainedPeriod> period(Kind kind) {
        return periods.stream().filter(period -> period.kind() == kind).findFirst();
    }
}
