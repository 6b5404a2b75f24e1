package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;

/**
 * The time that the organ has for its decision (art. 42), as it has run so far. A day D counts if it is a day of the
 * unit, lies after the start, and no pause covers it; a period of n days ends on the n-th day that counts.
 *
 * @param start day 0
 * @param unit which days count
 * @param pauses by start; they may overlap, a day is left out once
 * @param extensionDays the days that an extension added to both deadlines, 0 without one
 */
public record DecisionPeriod(LocalDate start, DayUnit unit, List<Pause> pauses, int extensionDays) {

    public DecisionPeriod {
        pauses = pauses.stream().sorted(Comparator.comparing(Pause::startedOn)).toList();
    }

    static DecisionPeriod from(LocalDate start, DayUnit unit) {
        return new DecisionPeriod(start, unit, List.of(), 0);
    }

    /** The days that counted up to and including a day; 0 before the start. */
    public int counted(WorkingCalendar calendar, LocalDate through) {
        int counted = 0;
        var cursor = start;
        for (var pause : pauses) {
            if (!pause.startedOn().isBefore(through)) {
                break;
            }
            counted += span(calendar, cursor, pause.startedOn());
            if (pause.isRunning()) {
                return counted;
            }
            cursor = later(cursor, pause.endedOn().orElseThrow());
        }
        return counted + span(calendar, cursor, through);
    }

    /**
     * The n-th day that counts, the start for 0; empty if a running pause keeps it unknown.
     *
     * @param days not negative, extension included
     */
    public Optional<LocalDate> due(WorkingCalendar calendar, int days) {
        int left = days;
        var cursor = start;
        for (var pause : pauses) {
            int available = span(calendar, cursor, pause.startedOn());
            if (left <= available) {
                break;
            }
            if (pause.isRunning()) {
                return Optional.empty();
            }
            left -= available;
            cursor = later(cursor, pause.endedOn().orElseThrow());
        }
        return Optional.of(unit.add(calendar, cursor, left));
    }

    public boolean isPaused() {
        return pauses.stream().anyMatch(Pause::isRunning);
    }

    DecisionPeriod pausedBy(Pause pause) {
        var more = new ArrayList<>(pauses);
        more.add(pause);
        return new DecisionPeriod(start, unit, more, extensionDays);
    }

    DecisionPeriod resumedOn(LocalDate day) {
        var ended = pauses.stream()
                .map(pause -> pause.isRunning() ? pause.endedOn(day) : pause)
                .toList();
        return new DecisionPeriod(start, unit, ended, extensionDays);
    }

    DecisionPeriod extendedBy(int days) {
        return new DecisionPeriod(start, unit, pauses, extensionDays + days);
    }

    private int span(WorkingCalendar calendar, LocalDate after, LocalDate through) {
        return Math.max(0, unit.between(calendar, after, through));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
