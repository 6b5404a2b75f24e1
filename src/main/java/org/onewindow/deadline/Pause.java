package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A special procedure's time (art. 45): the days D with {@code startedOn < D <= endedOn} do not count.
 *
 * @param procedure why the clock stands still
 * @param notice the number of the notice that told the applicant, where recorded
 * @param plannedDays the needed time that the applicant was told, in working days
 * @param startedOn still counts if it is a counting day
 * @param endedOn does not count any more; empty while the procedure is running
 */
public record Pause(
        SpecialProcedure procedure,
        Optional<String> notice,
        OptionalInt plannedDays,
        LocalDate startedOn,
        Optional<LocalDate> endedOn) {

    public Pause {
        if (endedOn.isPresent() && endedOn.get().isBefore(startedOn)) {
            throw new IllegalArgumentException("A pause ends before it starts: " + startedOn + " to " + endedOn.get());
        }
    }

    public boolean isRunning() {
        return endedOn.isEmpty();
    }

    public boolean covers(LocalDate day) {
        return day.isAfter(startedOn) && (endedOn.isEmpty() || !day.isAfter(endedOn.get()));
    }

    Pause endedOn(LocalDate day) {
        return new Pause(procedure, notice, plannedDays, startedOn, Optional.of(day));
    }
}
