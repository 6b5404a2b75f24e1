package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;

/**
 * What another calendar does to the dates of one case.
 *
 * @param provisionalBefore whether a date rested on a year that was not loaded
 * @param provisionalAfter whether one still does
 */
public record CaseMove(
        CaseNumber caseNumber,
        String itemCode,
        String itemName,
        List<DateMove> dates,
        boolean provisionalBefore,
        boolean provisionalAfter) {

    /** A date that moves. */
    public record DateMove(ClockDate date, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /**
     * Empty if everything stays as it is.
     *
     * @param before empty where the calendar contradicted the case's ledger so far
     */
    static Optional<CaseMove> between(CasePage page, Optional<ClockState> before, ClockState after) {
        var dates = Arrays.stream(ClockDate.values())
                .map(date -> new DateMove(date, before.flatMap(date::of), date.of(after)))
                .filter(move -> !move.from().equals(move.to()))
                .toList();
        boolean provisional = before.map(ClockState::provisional).orElse(false);
        return dates.isEmpty() && provisional == after.provisional()
                ? Optional.empty()
                : Optional.of(new CaseMove(
                        page.caseNumber(), page.itemCode(), page.itemName(), dates, provisional, after.provisional()));
    }
}
