package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.onewindow.calendar.WorkingCalendar;

/**
 * One case's page of the ledger.
 *
 * @param entries in the order in which they were made
 */
public record ClockBook(ClockRules rules, List<LedgerEntry> entries) {

    public ClockBook {
        entries = List.copyOf(entries);
    }

    ClockBook with(LedgerEntry entry) {
        return new ClockBook(
                rules, Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    /** What happened, as far as it was not taken back; what was put right stands where the mistake stood. */
    public List<ClockEvent> events() {
        if (entries.stream().allMatch(entry -> entry.reverses().isEmpty())) {
            return entries.stream().flatMap(entry -> entry.event().stream()).toList();
        }
        var places = new HashMap<Long, Long>();
        entries.forEach(entry ->
                places.put(entry.id(), entry.reverses().map(places::get).orElse(entry.id())));
        return entries.stream()
                .filter(entry -> stands(entry.id()))
                .sorted(Comparator.comparing(entry -> places.get(entry.id())))
                .flatMap(entry -> entry.event().stream())
                .toList();
    }

    /** Whether no later entry took it back. */
    public boolean stands(long id) {
        return entries.stream().flatMap(entry -> entry.reverses().stream()).noneMatch(reversed -> reversed == id);
    }

    /** @throws ImpossibleClockEvent if an event cannot follow on those before it */
    CaseClock clock(WorkingCalendar calendar) {
        return clock(events(), calendar);
    }

    private CaseClock clock(List<ClockEvent> events, WorkingCalendar calendar) {
        var clock = new CaseClock(rules, calendar);
        for (var event : events) {
            clock = clock.after(event);
        }
        return clock;
    }

    /** What the ledger says on a day, or on that of its last event if that is later: a receipt after hours is. */
    public ClockState asOf(LocalDate day, WorkingCalendar calendar) {
        var events = events();
        return clock(events, calendar).asOf(latest(events, day));
    }

    /** The later one of a day and the last event's. */
    LocalDate latest(LocalDate day) {
        return latest(events(), day);
    }

    private static LocalDate latest(List<ClockEvent> events, LocalDate day) {
        return events.stream().map(ClockEvent::on).reduce(day, (one, other) -> one.isAfter(other) ? one : other);
    }

    LedgerEntry entry(long id) {
        return entries.stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry " + id + " in this case's ledger"));
    }
}
