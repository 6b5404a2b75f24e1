package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a case's lamp will show on every day to come, as long as nothing more happens to it: read off the ledger with each
 * entry, so that the lamps of all open cases can be counted without replaying their ledgers.
 *
 * @param fixed a lamp that no day changes: paused or done
 * @param litFrom the first day with a lamp; empty before acceptance. A notice period that runs out unused makes an acceptance
 * @param yellowFrom the day from which the lamp is yellow; empty without a promise that runs
 * @param promisedDue 承诺时限, after which the lamp is red; empty before acceptance and while a special procedure runs
 * @param decidedOn the day of the decision
 */
public record ClockForecast(
        Optional<Lamp> fixed,
        Optional<LocalDate> litFrom,
        Optional<LocalDate> yellowFrom,
        Optional<LocalDate> promisedDue,
        Optional<LocalDate> decidedOn) {

    /** @param from the first day on which the state holds */
    static ClockForecast of(ClockState state, LocalDate from) {
        return new ClockForecast(
                state.lamp().filter(lamp -> lamp == Lamp.PAUSED || lamp == Lamp.DONE),
                state.lamp().map(lamp -> from),
                state.yellowFrom(),
                state.promisedDue(),
                state.decidedOn());
    }

    /** Empty before acceptance. */
    public Optional<Lamp> lamp(LocalDate day) {
        return litFrom.filter(from -> !day.isBefore(from))
                .map(from -> fixed.orElseGet(() -> Lamp.on(day, yellowFrom.orElseThrow(), promisedDue.orElseThrow())));
    }
}
