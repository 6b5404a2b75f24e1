package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What a case's lamp will show on every day to come, as long as nothing more happens to it: read off the ledger with each
 * entry, so that the lamps of all open cases can be counted without replaying their ledgers.
 *
 * @param since the day of the last event; one that is dated later than it was made holds at once
 * @param lapsesOn the day on which a notice period that runs out unused makes the case accepted; no lamp before it
 * @param fixed a lamp that no day changes: paused or done
 * @param yellowFrom the day from which the lamp is yellow; empty without a promise that runs
 * @param promisedDue 承诺时限, after which the lamp is red; empty before acceptance and while a special procedure runs
 * @param decidedOn the day of the decision
 * @param isOver whether nothing runs any more: delivered, withdrawn or not accepted
 */
public record ClockForecast(
        LocalDate since,
        Optional<LocalDate> lapsesOn,
        Optional<Lamp> fixed,
        Optional<LocalDate> yellowFrom,
        Optional<LocalDate> promisedDue,
        Optional<LocalDate> decidedOn,
        boolean isOver) {

    private static final Set<ClockPhase> OVER =
            Set.of(ClockPhase.DELIVERED, ClockPhase.WITHDRAWN, ClockPhase.NOT_ACCEPTED);

    static ClockForecast of(LocalDate since, ClockState state) {
        return of(since, Optional.empty(), state);
    }

    /** @param lapsed the state on the day on which the notice period has run out */
    static ClockForecast ofLapse(LocalDate since, ClockState lapsed) {
        return of(since, Optional.of(lapsed.asOf()), lapsed);
    }

    private static ClockForecast of(LocalDate since, Optional<LocalDate> lapsesOn, ClockState state) {
        return new ClockForecast(
                since,
                lapsesOn,
                state.lamp().filter(lamp -> lamp == Lamp.PAUSED || lamp == Lamp.DONE),
                state.yellowFrom(),
                state.promisedDue(),
                state.decidedOn(),
                OVER.contains(state.phase()));
    }

    /** Empty before acceptance. */
    public Optional<Lamp> lamp(LocalDate day) {
        var asked = day.isBefore(since) ? since : day;
        if (lapsesOn.filter(asked::isBefore).isPresent()) {
            return Optional.empty();
        }
        return fixed.or(() -> promisedDue.map(due -> Lamp.on(asked, yellowFrom.orElseThrow(), due)));
    }
}
