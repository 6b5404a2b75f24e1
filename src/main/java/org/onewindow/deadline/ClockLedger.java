package org.onewindow.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.casefile.CaseMilestone;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.ServiceItem.Limits;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of every case's clocks (时限账本), kept in the transaction of the step; every date is read from it. */
@Service
public class ClockLedger {

    private static final int NOTICE_DAYS = 5;
    private static final int DELIVERY_DAYS = 10;

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ClockLedger(JdbcClient jdbc, WorkingCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the ledger says of a case today. */
    @Transactional(readOnly = true)
    public ClockState today(CaseNumber caseNumber) {
        var events = events(caseNumber);
        var lastEventOn = events.stream().map(ClockEvent::on).max(Comparator.naturalOrder());
        var today = LocalDate.now(clock);
        var asOf = lastEventOn.filter(last -> last.isAfter(today)).orElse(today);
        return CaseClock.replay(rules(caseNumber), events, asOf, calendar);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void record(CaseMilestone milestone) {
        if (milestone.type() == CaseMilestone.Type.RECEIVED) {
            open(milestone);
        }
        var caseNumber = milestone.caseNumber();
        var events = events(caseNumber);
        // A case received after hours counts from the next working day, and may well be decided before that.
        var earliest = events.stream()
                .map(ClockEvent::on)
                .max(Comparator.naturalOrder())
                .orElse(milestone.on());
        var on = milestone.on().isBefore(earliest) ? earliest : milestone.on();
        var event =
                new ClockEvent.Plain(ClockEvent.Type.valueOf(milestone.type().name()), on);
        var current = new CaseClock(rules(caseNumber), calendar);
        for (var earlier : events) {
            current = current.after(earlier);
        }
        try {
            current.after(event);
        } catch (ImpossibleClockEvent refused) {
            // E.g. a correction after the notice period: for the clerk a rule, not a fault.
            throw new RefusedInput(refused.getMessage());
        }
        jdbc.sql("insert into clock_event (case_number, type, on_date, recorded_by) values (?, ?, ?, ?)")
                .params(caseNumber.value(), event.type().jsonName(), on, milestone.actor())
                .update();
    }

    private void open(CaseMilestone milestone) {
        Limits limits = milestone.item().limits();
        jdbc.sql("insert into case_clock values (?, ?, ?, ?, ?)")
                .params(
                        milestone.caseNumber().value(),
                        limits.statutoryDays(),
                        limits.promisedDays(),
                        limits.clockStart(),
                        limits.extensionDays())
                .update();
    }

    private ClockRules rules(CaseNumber caseNumber) {
        return jdbc.sql("select * from case_clock where case_number = ?")
                .param(caseNumber.value())
                .query((row, n) -> new ClockRules(
                        row.getInt("statutory_days"),
                        row.getInt("promised_days"),
                        row.getString("clock_start").equals(ClockStart.RECEIPT.jsonName())
                                ? ClockStart.RECEIPT
                                : ClockStart.ACCEPTANCE,
                        DayUnit.WORKING_DAYS,
                        row.getInt("extension_days"),
                        NOTICE_DAYS,
                        DELIVERY_DAYS))
                .single();
    }

    private List<ClockEvent> events(CaseNumber caseNumber) {
        return jdbc.sql("select type, on_date from clock_event where case_number = ? order by id")
                .param(caseNumber.value())
                .query((row, n) -> (ClockEvent) new ClockEvent.Plain(
                        ClockEvent.Type.named(row.getString("type")).orElseThrow(),
                        row.getObject("on_date", LocalDate.class)))
                .list();
    }
}
