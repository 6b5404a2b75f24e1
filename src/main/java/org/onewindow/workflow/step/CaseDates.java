package org.onewindow.workflow.step;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** The ledger's dates as models ask for them: a period ends at the close of business of its last day. */
@Component("caseDates")
public class CaseDates {

    /** For a period that an item does not set: a timer that never fires. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final LocalTime OPENING = LocalTime.of(8, 30);

    private final ClockLedger ledger;
    private final CaseFiles files;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseDates(ClockLedger ledger, CaseFiles files, WorkingCalendar calendar, Clock clock) {
        this.ledger = ledger;
        this.files = files;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The last moment to tell the applicant what is missing. */
    public Date noticeDue(VariableScope scope) {
        return close(state(scope).noticeDue());
    }

    /** When the case counts as accepted unless something was said. */
    public Date noticeLapse(VariableScope scope) {
        return noticeDue(scope);
    }

    /** The end of the applicant's time for a correction; none where the item sets none. */
    public Date correctionDue(VariableScope scope) {
        var file = files.require(CaseVariables.caseNumber(scope));
        return file.correctionDays().isEmpty()
                ? null
                : close(Optional.of(
                        calendar.add(LocalDate.now(clock), file.correctionDays().getAsInt())));
    }

    public Date correctionLapse(VariableScope scope) {
        var due = correctionDue(scope);
        return due == null ? close(Optional.of(NEVER)) : due;
    }

    public Date promisedDue(VariableScope scope) {
        return close(state(scope).promisedDue());
    }

    /** The morning of the first yellow day. */
    public Date warning(VariableScope scope) {
        return at(state(scope).promisedWarning().orElse(NEVER), OPENING);
    }

    public Date overrun(VariableScope scope) {
        return promisedDue(scope);
    }

    public Date deliveryDue(VariableScope scope) {
        return close(state(scope).deliveryDue());
    }

    public Date deliveryLapse(VariableScope scope) {
        return deliveryDue(scope);
    }

    /** The close of the next working day: what falls due before it is about to. */
    public Date soon() {
        return close(Optional.of(calendar.add(LocalDate.now(clock), 1)));
    }

    private ClockState state(VariableScope scope) {
        return ledger.today(CaseVariables.caseNumber(scope));
    }

    private Date close(Optional<LocalDate> day) {
        return at(day.orElse(NEVER), calendar.closeOfBusiness());
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(ZoneId.systemDefault()).toInstant());
    }
}
