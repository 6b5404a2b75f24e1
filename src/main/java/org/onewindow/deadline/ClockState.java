package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a case's ledger says on a day.
 *
 * @param asOf the day that is asked about
 * @param phase where the case stands
 * @param acceptedOn the acceptance date (受理日期): after a correction the day of its submission, on a lapse of the notice
 *     period the day of the receipt or submission
 * @param checkFrom day 0 of the notice period: the latest receipt or submission
 * @param noticeDue the last day to tell the applicant what is missing, from the latest receipt or submission
 * @param correctionDue the applicant's last day for a correction; empty unless one is asked for and the item sets a time
 * @param statutoryDue 法定时限; empty before acceptance, while a special procedure runs, and where the law sets none
 * @param promisedDue 承诺时限; empty before acceptance and while a special procedure runs
 * @param yellowFrom the day from which the lamp is yellow as the promise nears, and red once it has passed; empty like
 *     {@code promisedDue}
 * @param plannedEnd when the special procedure that is running should end by the notice; empty without one
 * @param decidedOn the day of the decision
 * @param deliveryDue the last day to deliver the decision; empty before the decision
 * @param alarms what will go off if nothing more happens, in the order of their days; none while a special procedure runs
 * @param used days of the decision period that counted up to the decision or withdrawal, or else {@code asOf}, in the
 *     item's unit; 0 before acceptance
 * @param left statutory days, extension included, less {@code used}; negative on overrun, empty where the law sets none
 * @param lamp empty before acceptance
 * @param statutoryOverrun 法定超期: the decision or withdrawal, or else {@code asOf}, lies after the statutory due date. A
 *     pause that began when the period had already run out does not undo it
 * @param provisional a due date given here reaches into a year whose notice is not loaded
 * @param period what the dates rest on, for an explanation; empty before acceptance
 */
public record ClockState(
        LocalDate asOf,
        ClockPhase phase,
        Optional<LocalDate> acceptedOn,
        Optional<LocalDate> checkFrom,
        Optional<LocalDate> noticeDue,
        Optional<LocalDate> correctionDue,
        Optional<LocalDate> statutoryDue,
        Optional<LocalDate> promisedDue,
        Optional<LocalDate> yellowFrom,
        Optional<LocalDate> plannedEnd,
        Optional<LocalDate> decidedOn,
        Optional<LocalDate> deliveryDue,
        List<ClockAlarm> alarms,
        int used,
        OptionalInt left,
        Optional<Lamp> lamp,
        boolean statutoryOverrun,
        boolean provisional,
        Optional<DecisionPeriod> period) {

    /** The period that is running now ends on this day; empty while none runs. */
    public Optional<LocalDate> due() {
        return switch (phase) {
            case CHECKING -> noticeDue;
            case CORRECTING -> correctionDue;
            case HANDLING -> promisedDue;
            case DECIDED -> deliveryDue;
            case NOT_RECEIVED, PAUSED, DELIVERED, WITHDRAWN, NOT_ACCEPTED -> Optional.empty();
        };
    }

    /** The special procedure that is running. */
    public Optional<Pause> runningPause() {
        return period.flatMap(p -> p.pauses().stream().filter(Pause::isRunning).findFirst());
    }
}
