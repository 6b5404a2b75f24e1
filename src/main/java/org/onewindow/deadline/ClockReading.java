package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.calendar.WorkingCalendar;

/**
 * Reads dates, days and lamp off a clock that stands still.
 *
 * @param asOf the day that is asked about
 * @param endedOn the day of the decision or withdrawal
 */
record ClockReading(
        ClockRules rules, WorkingCalendar calendar, LocalDate asOf, ClockPhase phase, Optional<LocalDate> endedOn) {

    ClockState read(Optional<LocalDate> acceptedOn, Optional<LocalDate> checkFrom, Optional<DecisionPeriod> period) {
        var running = period.filter(p -> !p.isPaused());
        var noticeDue = checkFrom.map(from -> calendar.add(from, rules.noticeDays()));
        var statutoryDue = running.flatMap(this::statutoryDue);
        var promisedDue = running.flatMap(p -> p.due(calendar, promised(p)));
        var deliveryDue = decidedOn().map(on -> calendar.add(on, rules.deliveryDays()));
        int used = period.map(p -> p.counted(calendar, end())).orElse(0);
        return new ClockState(
                asOf,
                phase,
                acceptedOn,
                noticeDue,
                statutoryDue,
                promisedDue,
                rules.hasStatutoryLimit() ? running.flatMap(p -> warning(p, statutory(p))) : Optional.empty(),
                running.flatMap(p -> warning(p, promised(p))),
                deliveryDue,
                used,
                left(period, used),
                period.map(p -> lamp(p, promisedDue, used)),
                period.flatMap(this::statutoryDue).filter(end()::isAfter).isPresent(),
                reachesUnknown(checkFrom, noticeDue)
                        || reachesUnknown(running.map(DecisionPeriod::start), statutoryDue)
                        || reachesUnknown(running.map(DecisionPeriod::start), promisedDue)
                        || reachesUnknown(decidedOn(), deliveryDue),
                period);
    }

    private LocalDate end() {
        return endedOn.orElse(asOf);
    }

    private Optional<LocalDate> decidedOn() {
        return endedOn.filter(on -> phase == ClockPhase.DECIDED || phase == ClockPhase.DELIVERED);
    }

    private int statutory(DecisionPeriod period) {
        return rules.statutoryDays() + period.extensionDays();
    }

    private int promised(DecisionPeriod period) {
        return rules.promisedDays() + period.extensionDays();
    }

    private Optional<LocalDate> statutoryDue(DecisionPeriod period) {
        return rules.hasStatutoryLimit() ? period.due(calendar, statutory(period)) : Optional.empty();
    }

    private Optional<LocalDate> warning(DecisionPeriod period, int days) {
        return period.due(calendar, Lamp.yellowFrom(days));
    }

    private OptionalInt left(Optional<DecisionPeriod> period, int used) {
        return rules.hasStatutoryLimit()
                ? OptionalInt.of(period.map(this::statutory).orElse(rules.statutoryDays()) - used)
                : OptionalInt.empty();
    }

    private Lamp lamp(DecisionPeriod period, Optional<LocalDate> promisedDue, int used) {
        if (endedOn.isPresent()) {
            return Lamp.DONE;
        }
        if (period.isPaused()) {
            return Lamp.PAUSED;
        }
        if (promisedDue.filter(asOf::isAfter).isPresent()) {
            return Lamp.RED;
        }
        return used >= Lamp.yellowFrom(promised(period)) ? Lamp.YELLOW : Lamp.GREEN;
    }

    private boolean reachesUnknown(Optional<LocalDate> from, Optional<LocalDate> due) {
        return from.isPresent() && due.isPresent() && calendar.isProvisional(from.get(), due.get());
    }
}
