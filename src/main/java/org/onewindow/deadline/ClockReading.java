package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.calendar.WorkingCalendar;

/**
 * Reads dates, days and lamp off a clock that stands still.
 *
 * @param asOf the day that is asked about
 * @param checkFrom the latest receipt or correction submission
 * @param notifiedOn the latest correction notice
 * @param endedOn the day of the decision or withdrawal
 */
record ClockReading(
        ClockRules rules,
        WorkingCalendar calendar,
        LocalDate asOf,
        ClockPhase phase,
        Optional<LocalDate> checkFrom,
        Optional<LocalDate> notifiedOn,
        Optional<LocalDate> endedOn) {

    ClockState read(Optional<LocalDate> acceptedOn, Optional<DecisionPeriod> period) {
        var running = period.filter(p -> !p.isPaused());
        var noticeDue = checkFrom.map(from -> calendar.add(from, rules.noticeDays()));
        var correctionDue = correctionDue();
        var statutoryDue = running.flatMap(this::statutoryDue);
        var promisedDue = running.flatMap(p -> p.due(calendar, promised(p)));
        var yellowFrom = running.flatMap(p -> p.due(calendar, Lamp.yellowFrom(promised(p))));
        var deliveryDue = decidedOn().map(on -> calendar.add(on, rules.deliveryDays()));
        int used = period.map(p -> p.counted(calendar, end())).orElse(0);
        return new ClockState(
                asOf,
                phase,
                acceptedOn,
                checkFrom,
                noticeDue,
                correctionDue,
                statutoryDue,
                promisedDue,
                yellowFrom,
                plannedEnd(period),
                decidedOn(),
                deliveryDue,
                alarms(running),
                used,
                left(period, used),
                period.map(p -> lamp(p, promisedDue, yellowFrom)),
                period.flatMap(this::statutoryDue).filter(end()::isAfter).isPresent(),
                reachesUnknown(checkFrom, noticeDue)
                        || reachesUnknown(notifiedOn, correctionDue)
                        || reachesUnknown(countedFrom(running), statutoryDue)
                        || reachesUnknown(countedFrom(running), promisedDue)
                        || reachesUnknown(decidedOn(), deliveryDue),
                period);
    }

    private Optional<LocalDate> correctionDue() {
        return rules.correctionDays().isPresent() && phase == ClockPhase.CORRECTING
                ? notifiedOn.map(on -> calendar.add(on, rules.correctionDays().getAsInt()))
                : Optional.empty();
    }

    private Optional<LocalDate> plannedEnd(Optional<DecisionPeriod> period) {
        return period.stream()
                .flatMap(p -> p.pauses().stream())
                .filter(pause -> pause.isRunning() && pause.plannedDays().isPresent())
                .map(pause ->
                        calendar.add(pause.startedOn(), pause.plannedDays().getAsInt()))
                .findFirst();
    }

    private List<ClockAlarm> alarms(Optional<DecisionPeriod> running) {
        return switch (phase) {
            case CHECKING ->
                List.of(new ClockAlarm(
                        ClockAlarm.Kind.NOTICE_NEAR,
                        calendar.add(checkFrom.orElseThrow(), Lamp.yellowFrom(rules.noticeDays())),
                        calendar.add(checkFrom.orElseThrow(), rules.noticeDays())));
            case HANDLING -> decisionAlarms(running.orElseThrow());
            case DECIDED -> {
                var due = calendar.add(endedOn.orElseThrow(), rules.deliveryDays());
                yield List.of(
                        new ClockAlarm(
                                ClockAlarm.Kind.DELIVERY_NEAR,
                                calendar.add(endedOn.orElseThrow(), Lamp.yellowFrom(rules.deliveryDays())),
                                due),
                        new ClockAlarm(ClockAlarm.Kind.DELIVERY_OVERRUN, due, due));
            }
            case NOT_RECEIVED, CORRECTING, PAUSED, DELIVERED, WITHDRAWN, NOT_ACCEPTED -> List.of();
        };
    }

    private List<ClockAlarm> decisionAlarms(DecisionPeriod period) {
        var alarms = new ArrayList<ClockAlarm>();
        add(alarms, period, promised(period), ClockAlarm.Kind.PROMISE_NEAR, ClockAlarm.Kind.PROMISE_OVERRUN);
        if (rules.hasStatutoryLimit()) {
            add(alarms, period, statutory(period), ClockAlarm.Kind.STATUTORY_NEAR, ClockAlarm.Kind.STATUTORY_OVERRUN);
        }
        alarms.sort(Comparator.comparing(ClockAlarm::on).thenComparing(ClockAlarm::kind));
        return alarms;
    }

    private void add(
            List<ClockAlarm> alarms, DecisionPeriod period, int days, ClockAlarm.Kind near, ClockAlarm.Kind overrun) {
        var due = period.due(calendar, days).orElseThrow();
        // A period that is yellow from its first moment, as a day's is, has nobody to warn.
        if (Lamp.yellowFrom(days) > 0) {
            alarms.add(new ClockAlarm(
                    near, period.due(calendar, Lamp.yellowFrom(days)).orElseThrow(), due));
        }
        alarms.add(new ClockAlarm(overrun, due, due));
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

    private OptionalInt left(Optional<DecisionPeriod> period, int used) {
        return rules.hasStatutoryLimit()
                ? OptionalInt.of(period.map(this::statutory).orElse(rules.statutoryDays()) - used)
                : OptionalInt.empty();
    }

    private Lamp lamp(DecisionPeriod period, Optional<LocalDate> promisedDue, Optional<LocalDate> yellowFrom) {
        if (endedOn.isPresent()) {
            return Lamp.DONE;
        }
        if (period.isPaused()) {
            return Lamp.PAUSED;
        }
        return Lamp.on(asOf, yellowFrom.orElseThrow(), promisedDue.orElseThrow());
    }

    /** No notice moves a deadline that counts every day. */
    private Optional<LocalDate> countedFrom(Optional<DecisionPeriod> running) {
        return running.filter(p -> p.unit() == DayUnit.WORKING_DAYS).map(DecisionPeriod::start);
    }

    private boolean reachesUnknown(Optional<LocalDate> from, Optional<LocalDate> due) {
        return from.isPresent() && due.isPresent() && calendar.isProvisional(from.get(), due.get());
    }
}
