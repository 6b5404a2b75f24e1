package org.onewindow.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseMilestone;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of every case's clocks (时限账本), kept in the transaction of the step; every date is read from it. */
@Service
public class ClockLedger {

    private final ClockTables tables;
    private final ClockForecasts forecasts;
    private final OfficeCalendar calendar;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ClockLedger(
            ClockTables tables,
            ClockForecasts forecasts,
            OfficeCalendar calendar,
            Clock clock,
            ApplicationEventPublisher events) {
        this.tables = tables;
        this.forecasts = forecasts;
        this.calendar = calendar;
        this.clock = clock;
        this.events = events;
    }

    /** What the ledger says of a case today. */
    @Transactional(readOnly = true)
    public ClockState today(CaseNumber caseNumber) {
        return book(caseNumber).asOf(LocalDate.now(clock), calendar.current());
    }

    /** The case's page: its rules and every entry ever made. */
    @Transactional(readOnly = true)
    public ClockBook book(CaseNumber caseNumber) {
        return tables.read(caseNumber);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void record(CaseMilestone milestone) {
        if (milestone.type() == CaseMilestone.Type.RECEIVED) {
            tables.open(milestone.caseNumber(), milestone.item().limits());
        } else {
            tables.lock(milestone.caseNumber());
        }
        var type = ClockEvent.Type.valueOf(milestone.type().name());
        append(milestone.caseNumber(), on -> new ClockEvent.Plain(type, on), milestone.on(), milestone.actor(), false);
    }

    /** A special procedure begins today (特别程序, art. 45); the clock stands still from tomorrow. */
    @Transactional
    public void startSpecialProcedure(
            CaseNumber caseNumber, SpecialProcedure procedure, String notice, int plannedDays, String actor) {
        record(
                caseNumber,
                today -> new ClockEvent.SpecialProcedureStarted(
                        today, procedure, Optional.of(notice), OptionalInt.of(plannedDays)),
                LocalDate.now(clock),
                actor);
    }

    /** The special procedure ended today; tomorrow counts again. */
    @Transactional
    public void endSpecialProcedure(CaseNumber caseNumber, String actor) {
        record(caseNumber, ClockEvent::specialProcedureEnded, LocalDate.now(clock), actor);
    }

    /**
     * Extends both deadlines (延期, art. 42).
     *
     * @param days in the item's unit
     * @param approvedBy the organ's head
     */
    @Transactional
    public void extend(CaseNumber caseNumber, int days, String approvedBy, String reason) {
        record(
                caseNumber,
                today -> new ClockEvent.Extended(today, days, Optional.of(approvedBy), Optional.of(reason)),
                LocalDate.now(clock),
                approvedBy);
    }

    private void record(CaseNumber caseNumber, Function<LocalDate, ClockEvent> event, LocalDate on, String actor) {
        tables.lock(caseNumber);
        append(caseNumber, event, on, actor, true);
    }

    /** @throws RefusedInput if the event cannot follow on what the ledger holds; for a clerk that is a rule, not a fault */
    private void append(
            CaseNumber caseNumber,
            Function<LocalDate, ClockEvent> event,
            LocalDate on,
            String actor,
            boolean stepsStay) {
        var book = tables.read(caseNumber);
        // A case received after hours counts from the next working day; what is done with it before then counts as done
        // on it.
        var dated = event.apply(book.latest(on));
        var next = refusing(() -> book.clock(calendar.current()).after(dated));
        tables.append(caseNumber, dated, actor, clock.instant());
        forecasts.replace(caseNumber, next.forecast());
        publish(caseNumber, Optional.of(dated.type()), actor, next.asOf(latest(dated.on())), stepsStay);
    }

    /**
     * Takes a mistaken entry back, for good and for everybody to see.
     *
     * @param instead what the entry should have said; empty if it should not have been made
     * @throws RefusedInput if the rest of the ledger would not be possible, or the case would stand elsewhere than its
     *     process does
     */
    @Transactional
    public void reverse(
            CaseNumber caseNumber, long entryId, Optional<ClockEvent> instead, String reason, String actor) {
        tables.lock(caseNumber);
        var book = tables.read(caseNumber);
        var today = LocalDate.now(clock);
        var entry = book.entry(entryId);
        var before = book.asOf(today, calendar.current());
        if (entry.event().isEmpty() || !book.stands(entryId)) {
            throw new RefusedInput("这条记录已被冲正，不能再次冲正");
        }
        tables.reverse(caseNumber, entry, instead, reason, actor, clock.instant());
        var corrected = tables.read(caseNumber);
        var after = refusing(() -> corrected.asOf(today, calendar.current()));
        if (after.phase() != before.phase()) {
            throw new RefusedInput("冲正后办件将由“%s”变为“%s”，与办理流程不一致，不能冲正"
                    .formatted(before.phase().label(), after.phase().label()));
        }
        forecasts.replace(caseNumber, corrected.clock(calendar.current()).forecast());
        publish(caseNumber, Optional.empty(), actor, after, true);
    }

    /** Puts an alarm on record. @return whether it is new: each goes off once for each deadline */
    @Transactional
    public boolean raise(CaseNumber caseNumber, ClockAlarm alarm) {
        return tables.raise(caseNumber, alarm, clock.instant());
    }

    /** The alarms that went off, each with the day on which it did. */
    @Transactional(readOnly = true)
    public List<ClockAlarm> raised(CaseNumber caseNumber) {
        return tables.raised(caseNumber);
    }

    private LocalDate latest(LocalDate day) {
        var today = LocalDate.now(clock);
        return day.isAfter(today) ? day : today;
    }

    private void publish(
            CaseNumber caseNumber, Optional<ClockEvent.Type> entry, String actor, ClockState state, boolean stepsStay) {
        events.publishEvent(new ClockMoved(caseNumber, entry, actor, state, stepsStay));
    }

    private static <T> T refusing(Supplier<T> replay) {
        try {
            return replay.get();
        } catch (ImpossibleClockEvent refused) {
            throw new RefusedInput(refused.getMessage());
        }
    }
}
