package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.casefile.CaseNumber;

/** A case's page of the ledger and what the case is about. */
record CasePage(CaseNumber caseNumber, String itemCode, String itemName, ClockBook book) {

    /** What a calendar makes of the ledger. @throws ImpossibleClockEvent if it contradicts it */
    ClockState read(LocalDate today, WorkingCalendar calendar) {
        return book.asOf(today, calendar);
    }

    /** The same, empty if the calendar contradicts the ledger. */
    Optional<ClockState> tryRead(LocalDate today, WorkingCalendar calendar) {
        try {
            return Optional.of(book.asOf(today, calendar));
        } catch (ImpossibleClockEvent contradicted) {
            return Optional.empty();
        }
    }

    /** What the ledger foretells, empty if the calendar contradicts it. */
    Optional<ClockForecast> tryForecast(WorkingCalendar calendar) {
        try {
            return Optional.of(book.clock(calendar).forecast());
        } catch (ImpossibleClockEvent contradicted) {
            return Optional.empty();
        }
    }
}
