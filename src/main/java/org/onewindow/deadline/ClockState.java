package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a case's ledger says on a day.
 *
 * @param asOf the day that is asked about
 * @param phase where the case stands
 * @param acceptedOn the acceptance date (受理日期): after a correction the day of its submission, on a lapse of the notice
 *     period the day of the receipt or submission
 * @param noticeDue the last day to tell the applicant what is missing, from the latest receipt or submission
 * @param statutoryDue 法定时限; empty before acceptance, while a special procedure runs, and where the law sets none
 * @param promisedDue 承诺时限; empty before acceptance and while a special procedure runs
 * @param statutoryWarning the first day on which the statutory period is as used up as a yellow lamp means
 * @param promisedWarning the first day of the yellow lamp
 * @param deliveryDue the last day to deliver the decision; empty before the decision
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
        Optional<LocalDate> noticeDue,
        Optional<LocalDate> statutoryDue,
        Optional<LocalDate> promisedDue,
        Optional<LocalDate> statutoryWarning,
        Optional<LocalDate> promisedWarning,
        Optional<LocalDate> deliveryDue,
        int used,
        OptionalInt left,
        Optional<Lamp> lamp,
        boolean statutoryOverrun,
        boolean provisional,
        Optional<DecisionPeriod> period) {}
