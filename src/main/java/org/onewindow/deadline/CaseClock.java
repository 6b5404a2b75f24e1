package org.onewindow.deadline;

import static org.onewindow.deadline.ClockPhase.CHECKING;
import static org.onewindow.deadline.ClockPhase.CORRECTING;
import static org.onewindow.deadline.ClockPhase.DECIDED;
import static org.onewindow.deadline.ClockPhase.DELIVERED;
import static org.onewindow.deadline.ClockPhase.HANDLING;
import static org.onewindow.deadline.ClockPhase.NOT_ACCEPTED;
import static org.onewindow.deadline.ClockPhase.NOT_RECEIVED;
import static org.onewindow.deadline.ClockPhase.PAUSED;
import static org.onewindow.deadline.ClockPhase.WITHDRAWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;

/**
 * A case's clocks after the events so far. Immutable: an event makes a new clock, a refused one leaves this as it was.
 * {@link #replay} is nothing but the events one after the other, so a stored history and a running case cannot disagree.
 */
public final class CaseClock {

    private final ClockRules rules;
    private final WorkingCalendar calendar;

    // Written only while a copy is being made; null means that it has not happened.
    private ClockPhase phase = NOT_RECEIVED;
    private LocalDate lastEventOn = LocalDate.MIN;
    private LocalDate checkFrom;
    private LocalDate noticeDue;
    private LocalDate notifiedOn;
    private boolean corrected;
    private boolean lapsed;
    private boolean lapseRecorded;
    private boolean acceptanceRecorded;
    private LocalDate acceptedOn;
    private DecisionPeriod period;
    private LocalDate endedOn;

    /** The clock of a case that has not been received yet. */
    public CaseClock(ClockRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    private CaseClock(CaseClock other) {
        this(other.rules, other.calendar);
        phase = other.phase;
        lastEventOn = other.lastEventOn;
        checkFrom = other.checkFrom;
        noticeDue = other.noticeDue;
        notifiedOn = other.notifiedOn;
        corrected = other.corrected;
        lapsed = other.lapsed;
        lapseRecorded = other.lapseRecorded;
        acceptanceRecorded = other.acceptanceRecorded;
        acceptedOn = other.acceptedOn;
        period = other.period;
        endedOn = other.endedOn;
    }

    /**
     * What a history says on a day. Events after that day have not happened yet, and are not even looked at.
     *
     * @param events in the order in which they happened
     * @throws ImpossibleClockEvent if an event cannot follow on those before it
     */
    public static ClockState replay(
            ClockRules rules, List<? extends ClockEvent> events, LocalDate asOf, WorkingCalendar calendar) {
        var clock = new CaseClock(rules, calendar);
        for (var event : events) {
            if (!event.on().isAfter(asOf)) {
                clock = clock.after(event);
            }
        }
        return clock.asOf(asOf);
    }

    /**
     * The clock after one more event.
     *
     * @throws ImpossibleClockEvent if it is dated before the last one or cannot follow on what happened
     */
    public CaseClock after(ClockEvent event) {
        if (event.on().isBefore(lastEventOn)) {
            throw new ImpossibleClockEvent(event, "早于前一事件的日期 " + lastEventOn + ",事件须按日期先后排列。");
        }
        var next = new CaseClock(this);
        next.lapseBefore(event.on());
        next.apply(event);
        next.lastEventOn = event.on();
        return next;
    }

    /**
     * What the events so far say on a day.
     *
     * @throws IllegalArgumentException if the day lies before the last event: replay the history instead
     */
    public ClockState asOf(LocalDate day) {
        if (day.isBefore(lastEventOn)) {
            throw new IllegalArgumentException("查询日 " + day + " 早于最后事件的日期 " + lastEventOn + ",请重放账本。");
        }
        var then = new CaseClock(this);
        then.lapseBefore(day);
        return new ClockReading(
                        rules,
                        calendar,
                        day,
                        then.phase,
                        Optional.ofNullable(checkFrom),
                        Optional.ofNullable(notifiedOn),
                        Optional.ofNullable(endedOn))
                .read(Optional.ofNullable(then.acceptedOn), Optional.ofNullable(then.period));
    }

    /** What the lamp will show from the last event on, if that remains the last. */
    ClockForecast forecast() {
        return phase == CHECKING
                ? ClockForecast.ofLapse(lastEventOn, asOf(noticeDue.plusDays(1)))
                : ClockForecast.of(lastEventOn, asOf(lastEventOn));
    }

    /** Art. 32: a notice period that ran out unused before a day made the receipt or submission the acceptance. */
    private void lapseBefore(LocalDate day) {
        if (phase == CHECKING && day.isAfter(noticeDue)) {
            lapse();
        }
    }

    private void lapse() {
        lapsed = true;
        startHandling(checkFrom);
    }

    private void startHandling(LocalDate accepted) {
        phase = HANDLING;
        acceptedOn = accepted;
        period = DecisionPeriod.from(rules.clockStart() == ClockStart.RECEIPT ? checkFrom : accepted, rules.unit());
    }

    private void apply(ClockEvent event) {
        if (confirmsLapse(event)) {
            return;
        }
        checkOrder(event);
        switch (event.type()) {
            case RECEIVED -> check(event.on());
            case CORRECTION_NOTIFIED -> askForCorrection(event.on());
            case CORRECTION_SUBMITTED -> submitCorrection(event.on());
            case ACCEPTED -> accept(event.on());
            case DEEMED_ACCEPTED -> recordLapse(event);
            case NOT_ACCEPTED -> phase = NOT_ACCEPTED;
            case SPECIAL_PROCEDURE_STARTED -> pause((ClockEvent.SpecialProcedureStarted) event);
            case SPECIAL_PROCEDURE_ENDED -> resume(event.on());
            case EXTENDED -> extend((ClockEvent.Extended) event);
            case DECIDED -> end(DECIDED, event.on());
            case DELIVERED -> phase = DELIVERED;
            case WITHDRAWN -> end(WITHDRAWN, event.on());
        }
    }

    /** An acceptance or a deemed acceptance put on record once the period has lapsed changes nothing, once each. */
    private boolean confirmsLapse(ClockEvent event) {
        if (!lapsed || !(phase == HANDLING || phase == PAUSED)) {
            return false;
        }
        if (event.type() == ClockEvent.Type.ACCEPTED && !acceptanceRecorded) {
            acceptanceRecorded = true;
            return true;
        }
        if (event.type() == ClockEvent.Type.DEEMED_ACCEPTED && !lapseRecorded) {
            lapseRecorded = true;
            return true;
        }
        return false;
    }

    private void checkOrder(ClockEvent event) {
        var order = ClockOrder.of(event.type());
        if (!order.phases().contains(phase)) {
            var lapse = lapsed ? "(告知期限 " + noticeDue + " 届满,已视为受理)" : "";
            throw new ImpossibleClockEvent(event, "案件此时为“" + phase.label() + "”" + lapse + ";" + order.remedy() + "。");
        }
    }

    private void check(LocalDate from) {
        phase = CHECKING;
        checkFrom = from;
        noticeDue = calendar.add(from, rules.noticeDays());
    }

    private void askForCorrection(LocalDate on) {
        phase = CORRECTING;
        notifiedOn = on;
    }

    private void submitCorrection(LocalDate on) {
        corrected = true;
        check(on);
    }

    /** The days of the applicant's correction are not the organ's, those of checking it are: the submission counts. */
    private void accept(LocalDate on) {
        acceptanceRecorded = true;
        startHandling(corrected ? checkFrom : on);
    }

    /** The period ends with the close of business of its last day, so the lapse may be recorded on that very day. */
    private void recordLapse(ClockEvent event) {
        if (event.on().isBefore(noticeDue)) {
            throw new ImpossibleClockEvent(event, "告知期限 " + noticeDue + " 尚未届满。");
        }
        lapseRecorded = true;
        lapse();
    }

    private void pause(ClockEvent.SpecialProcedureStarted event) {
        phase = PAUSED;
        period = period.pausedBy(
                new Pause(event.procedure(), event.notice(), event.plannedDays(), event.on(), Optional.empty()));
    }

    private void resume(LocalDate on) {
        phase = HANDLING;
        period = period.resumedOn(on);
    }

    private void extend(ClockEvent.Extended event) {
        if (!rules.hasStatutoryLimit()) {
            throw new ImpossibleClockEvent(event, "该事项没有法定时限,无从延期。");
        }
        if (period.extensionDays() > 0) {
            throw new ImpossibleClockEvent(event, "只能延期一次。");
        }
        if (event.days() < 1 || event.days() > rules.extensionLimit()) {
            throw new ImpossibleClockEvent(event, "延期" + event.days() + "日,应为1至" + rules.extensionLimit() + "日。");
        }
        var due = period.due(calendar, rules.statutoryDays());
        if (due.isPresent() && event.on().isAfter(due.get())) {
            throw new ImpossibleClockEvent(event, "法定时限 " + due.get() + " 已届满,延期须在届满前批准。");
        }
        period = period.extendedBy(event.days());
    }

    private void end(ClockPhase end, LocalDate on) {
        phase = end;
        endedOn = on;
        if (period != null) {
            period = period.resumedOn(on);
        }
    }
}
