package org.onewindow.workflow.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockAlarm;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** The ledger's dates as the engine wants them: a period ends at the close of business of its last day. */
@Component("caseDates")
public class CaseDates {

    /** For a timer that waits for an entry of the ledger; one without a date would fire at once. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String NOTICE = "event_noticePeriodLapsed";
    private static final String CORRECTION = "event_correctionLapsed";

    private static final LocalTime OPENING = LocalTime.of(8, 30);

    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final Clock clock;

    CaseDates(ClockLedger ledger, OfficeCalendar calendar, Clock clock) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** When the case counts as accepted unless something was said (C1). */
    public Date noticeLapse(VariableScope scope) {
        return noticeLapse(state(scope));
    }

    Date noticeLapse(ClockState state) {
        return lapse(state.noticeDue());
    }

    /** When the applicant's time for a correction ends (C2). */
    public Date correctionLapse(VariableScope scope) {
        return correctionLapse(state(scope));
    }

    Date correctionLapse(ClockState state) {
        return lapse(state.correctionDue());
    }

    /** When a deadline next nears or passes (C3, C5); in the past if that has not been put on record yet. */
    public Date nextAlarm(VariableScope scope) {
        return nextAlarm(CaseVariables.caseNumber(scope), state(scope));
    }

    Date nextAlarm(CaseNumber caseNumber, ClockState state) {
        return nextAlarm(state, gone(state).findAny().isEmpty() ? List.of() : ledger.raised(caseNumber));
    }

    /** When a timer of the models goes off, by its event; empty for one that has nothing to do with the ledger. */
    Optional<Date> timer(String event, ClockState state, List<ClockAlarm> raised) {
        return switch (event) {
            case EngineFollowsClock.WATCH -> Optional.of(nextAlarm(state, raised));
            case NOTICE -> Optional.of(noticeLapse(state));
            case CORRECTION -> Optional.of(correctionLapse(state));
            default -> Optional.empty();
        };
    }

    /** When the special procedure should be over; null where nobody said. */
    public Date plannedEnd(VariableScope scope) {
        return state(scope).plannedEnd().map(this::close).orElse(null);
    }

    /** The statutory deadline; null while a special procedure runs and where the law sets none. */
    public Date statutoryDue(VariableScope scope) {
        return state(scope).statutoryDue().map(this::close).orElse(null);
    }

    /** For a step with a limit of its own: the close of the n-th working day after acceptance. */
    public Date afterAcceptance(VariableScope scope, int workingDays) {
        return state(scope)
                .acceptedOn()
                .map(day -> close(calendar.current().add(day, workingDays)))
                .orElse(null);
    }

    /** The close of the next working day: what falls due before it is about to. */
    public Date soon() {
        return close(calendar.current().add(LocalDate.now(clock), 1));
    }

    /** When a publication (公示) that begins today is over: its first day is tomorrow, its last one counts in full. */
    public Date endOfPublication(int calendarDays) {
        return Date.from(at(LocalDate.now(clock).plusDays(calendarDays + 1L), OPENING));
    }

    /** The same where the publication's days are working days. */
    public Date endOfPublicationInWorkingDays(int workingDays) {
        var last = calendar.current().add(LocalDate.now(clock), workingDays);
        return Date.from(at(last.plusDays(1), OPENING));
    }

    /** The end of the period that is running now; null while none runs. */
    Date due(ClockState state) {
        return state.due().map(this::close).orElse(null);
    }

    /** The earliest alarm that has not gone off, by what is on record; it may be late. */
    Date nextAlarm(ClockState state, List<ClockAlarm> raised) {
        return state.alarms().stream()
                .filter(alarm -> !(isGone(alarm) && isRaised(alarm, raised)))
                .map(this::moment)
                .min(Comparator.naturalOrder())
                .map(Date::from)
                .orElseGet(() -> close(NEVER));
    }

    /** Whether an alarm is on record whose moment has not come. */
    boolean isAnyAhead(ClockState state, List<ClockAlarm> raised) {
        return state.alarms().stream().anyMatch(alarm -> !isGone(alarm) && isRaised(alarm, raised));
    }

    private static boolean isRaised(ClockAlarm alarm, List<ClockAlarm> raised) {
        return raised.stream()
                .anyMatch(gone -> gone.kind() == alarm.kind() && gone.due().equals(alarm.due()));
    }

    /** The alarms whose moment has come. */
    Stream<ClockAlarm> gone(ClockState state) {
        return state.alarms().stream().filter(this::isGone);
    }

    private boolean isGone(ClockAlarm alarm) {
        return !moment(alarm).isAfter(clock.instant());
    }

    private Instant moment(ClockAlarm alarm) {
        return at(alarm.on(), alarm.kind().isOverrun() ? calendar.current().closeOfBusiness() : OPENING);
    }

    private ClockState state(VariableScope scope) {
        return ledger.today(CaseVariables.caseNumber(scope));
    }

    private Date lapse(Optional<LocalDate> day) {
        return close(day.orElse(NEVER));
    }

    Date close(LocalDate day) {
        return Date.from(at(day, calendar.current().closeOfBusiness()));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }
}
