package org.onewindow.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.ClockForecast;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.Lamp;
import org.onewindow.deadline.Pause;

/**
 * How long a case waited at a step (等待), from the moment at which its task opened to that at which it ended.
 *
 * @param days working days; those of a special procedure belong to the procedure and to no step that waited meanwhile
 * @param broken whether the period that ran at the end ran out during this wait: the notice period before acceptance, then the
 *     promise, after the decision the time for delivery. The applicant's time for a correction is nobody's promise
 */
public record StepWait(int days, boolean broken) {

    /**
     * @param state what the ledger says as the task ends, before its end is entered
     * @param interrupted whether a timer ended the task, at the very end of a period's last day
     * @param isPause whether the task is the special procedure itself
     */
    public static StepWait of(
            ClockState state,
            WorkingCalendar calendar,
            LocalDate opened,
            LocalDate ended,
            boolean interrupted,
            boolean isPause) {
        int days = Math.max(0, calendar.between(opened, ended));
        int paused = isPause
                ? 0
                : state.period().stream()
                        .flatMap(period -> period.pauses().stream())
                        .mapToInt(pause -> overlap(pause, calendar, opened, ended))
                        .sum();
        return new StepWait(Math.max(0, days - paused), isBroken(due(state), opened, ended, interrupted));
    }

    /** The same for a task that is still open; a pause that is over counts as days until its task ends. */
    public static StepWait soFar(
            ClockForecast forecast, WorkingCalendar calendar, LocalDate opened, LocalDate today, boolean isPause) {
        boolean stands =
                !isPause && forecast.lamp(today).filter(Lamp.PAUSED::equals).isPresent();
        var until = stands && forecast.since().isBefore(today) ? forecast.since() : today;
        var promise = forecast.decidedOn().isPresent() ? Optional.<LocalDate>empty() : forecast.promisedDue();
        return new StepWait(Math.max(0, calendar.between(opened, until)), isBroken(promise, opened, today, false));
    }

    private static boolean isBroken(Optional<LocalDate> due, LocalDate opened, LocalDate ended, boolean interrupted) {
        return due.filter(day -> !day.isBefore(opened))
                .filter(day -> day.isBefore(ended) || interrupted && day.equals(ended))
                .isPresent();
    }

    private static Optional<LocalDate> due(ClockState state) {
        return state.phase() == ClockPhase.CORRECTING ? Optional.empty() : state.due();
    }

    private static int overlap(Pause pause, WorkingCalendar calendar, LocalDate opened, LocalDate ended) {
        var from = pause.startedOn().isAfter(opened) ? pause.startedOn() : opened;
        var through = pause.endedOn().filter(ended::isAfter).orElse(ended);
        return through.isAfter(from) ? calendar.between(from, through) : 0;
    }
}
