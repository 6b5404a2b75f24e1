package org.onewindow.supervision;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.deadline.Lamp;

/**
 * A case in a list of supervision, without personal data.
 *
 * @param lamp today's; empty before acceptance
 * @param promisedDue 承诺时限; empty while none runs
 * @param delay working days since then, for a case that should be decided and is not
 * @param decidedOn the day of the decision
 * @param workingDays that the decision took
 */
public record ListedCase(
        CaseNumber caseNumber,
        String itemName,
        String department,
        String window,
        LocalDate receivedOn,
        CaseState state,
        Optional<Lamp> lamp,
        Optional<LocalDate> promisedDue,
        OptionalInt delay,
        Optional<LocalDate> decidedOn,
        OptionalInt workingDays,
        Optional<Boolean> onTime) {}
