package org.onewindow.deadline;

import java.util.Optional;
import org.onewindow.casefile.CaseNumber;

/**
 * A case's clock is not what it was; published in the transaction that made the entry.
 *
 * @param entry what was entered; empty where an earlier entry was taken back, or the calendar changed
 * @param actor who made the entry
 * @param state as of today
 * @param stepsStay whether the case stays where it is, so that what is open now must be told; a milestone ends its step
 */
public record ClockMoved(
        CaseNumber caseNumber, Optional<ClockEvent.Type> entry, String actor, ClockState state, boolean stepsStay) {}
