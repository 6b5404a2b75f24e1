package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.onewindow.calendar.WorkingCalendar;

/**
 * The rules of issue 3 once more, as plainly as they read: walks every day, asks of each whether it counts. Slow on
 * purpose, shares no arithmetic with the clock that it checks.
 */
final class DayByDayClock {

    /** What both implementations must agree on. */
    record Answer(
            LocalDate acceptedOn,
            LocalDate noticeDue,
            LocalDate statutoryDue,
            LocalDate promisedDue,
            LocalDate deliveryDue,
            int used,
            int left,
            Lamp lamp,
            boolean statutoryOverrun) {

        static Answer of(ClockState state) {
            return new Answer(
                    state.acceptedOn().orElse(null),
                    state.noticeDue().orElse(null),
                    state.statutoryDue().orElse(null),
                    state.promisedDue().orElse(null),
                    state.deliveryDue().orElse(null),
                    state.used(),
                    state.left().orElseThrow(),
                    state.lamp().orElse(null),
                    state.statutoryOverrun());
        }
    }

    private static final class Impossible extends RuntimeException {}

    private final ClockRules rules;
    private final WorkingCalendar calendar;
    private final Set<LocalDate> covered = new HashSet<>();

    private LocalDate receivedOn;
    private LocalDate submittedOn;
    private boolean correcting;
    private boolean refused;
    private LocalDate acceptedOn;
    private boolean lapsed;
    private int acceptances;
    private int lapses;
    private boolean pausing;
    private int extension;
    private LocalDate decidedOn;
    private LocalDate withdrawnOn;
    private boolean delivered;

    private DayByDayClock(ClockRules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** The answer, or empty for an impossible order of events. */
    static Optional<Answer> replay(
            ClockRules rules, List<ClockEvent> history, LocalDate asOf, WorkingCalendar calendar) {
        var events = history.stream().filter(event -> !event.on().isAfter(asOf)).toList();
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).on().isBefore(events.get(i - 1).on())) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new DayByDayClock(rules, calendar).walk(events, asOf));
        } catch (Impossible e) {
            return Optional.empty();
        }
    }

    private Answer walk(List<ClockEvent> events, LocalDate asOf) {
        var first = events.isEmpty() ? asOf : events.get(0).on();
        first.datesUntil(asOf.plusDays(1)).forEach(day -> {
            if (pausing) {
                covered.add(day);
            }
            if (checking() && day.isAfter(noticeDue())) {
                lapse();
            }
            events.stream().filter(event -> event.on().equals(day)).forEach(this::happen);
        });
        return answer(asOf);
    }

    private void happen(ClockEvent event) {
        boolean open = decidedOn == null && withdrawnOn == null && !refused;
        boolean handling = acceptedOn != null && open;
        var on = event.on();
        switch (event.type()) {
            case RECEIVED -> {
                need(receivedOn == null);
                receivedOn = on;
            }
            case CORRECTION_NOTIFIED -> {
                need(checking());
                correcting = true;
            }
            case CORRECTION_SUBMITTED -> {
                need(correcting && open);
                correcting = false;
                submittedOn = on;
            }
            case ACCEPTED -> {
                need(checking() || handling && lapsed && acceptances == 0);
                acceptances++;
                if (acceptedOn == null) {
                    acceptedOn = submittedOn == null ? on : submittedOn;
                }
            }
            case DEEMED_ACCEPTED -> {
                need(checking() && on.equals(noticeDue()) || handling && lapsed && lapses == 0);
                lapses++;
                lapse();
            }
            case NOT_ACCEPTED -> {
                need(checking() || correcting && open);
                refused = true;
            }
            case SPECIAL_PROCEDURE_STARTED -> {
                need(handling && !pausing);
                pausing = true;
            }
            case SPECIAL_PROCEDURE_ENDED -> {
                need(handling && pausing);
                pausing = false;
            }
            case EXTENDED -> {
                int days = ((ClockEvent.Extended) event).days();
                need(handling && extension == 0 && days >= 1 && days <= rules.extensionLimit());
                need(nthDay(rules.statutoryDays(), on.minusDays(1)) == null);
                extension = days;
            }
            case DECIDED -> {
                need(handling && !pausing);
                decidedOn = on;
            }
            case DELIVERED -> {
                need(decidedOn != null && !delivered);
                delivered = true;
            }
            case WITHDRAWN -> {
                need(receivedOn != null && open);
                withdrawnOn = on;
                pausing = false;
            }
        }
    }

    private static void need(boolean possible) {
        if (!possible) {
            throw new Impossible();
        }
    }

    private boolean checking() {
        return receivedOn != null && acceptedOn == null && !correcting && !refused && withdrawnOn == null;
    }

    private LocalDate checkedFrom() {
        return submittedOn == null ? receivedOn : submittedOn;
    }

    private LocalDate noticeDue() {
        return walkOn(checkedFrom(), rules.noticeDays(), calendar::isWorkingDay, LocalDate.MAX);
    }

    private void lapse() {
        lapsed = true;
        acceptedOn = checkedFrom();
    }

    private LocalDate start() {
        return rules.clockStart() == ClockStart.RECEIPT ? checkedFrom() : acceptedOn;
    }

    private boolean counts(LocalDate day) {
        return !covered.contains(day) && (rules.unit() == DayUnit.CALENDAR_DAYS || calendar.isWorkingDay(day));
    }

    /** The n-th counting day, null if it does not come by the last day. */
    private LocalDate nthDay(int n, LocalDate last) {
        return walkOn(start(), n, this::counts, last);
    }

    private static LocalDate walkOn(LocalDate start, int n, Predicate<LocalDate> counts, LocalDate last) {
        var day = start;
        for (int left = n; left > 0 && !day.isAfter(last); ) {
            day = day.plusDays(1);
            left -= counts.test(day) ? 1 : 0;
        }
        return day.isAfter(last) ? null : day;
    }

    private Answer answer(LocalDate asOf) {
        var notice = receivedOn == null ? null : noticeDue();
        var delivery = decidedOn == null
                ? null
                : walkOn(decidedOn, rules.deliveryDays(), calendar::isWorkingDay, LocalDate.MAX);
        if (acceptedOn == null) {
            return new Answer(null, notice, null, null, delivery, 0, rules.statutoryDays(), null, false);
        }
        var stopped = decidedOn == null ? withdrawnOn : decidedOn;
        var end = stopped == null ? asOf : stopped;
        int statutory = rules.statutoryDays() + extension;
        int promised = rules.promisedDays() + extension;
        int used = (int) start().plusDays(1)
                .datesUntil(end.isAfter(start()) ? end.plusDays(1) : start().plusDays(1))
                .filter(this::counts)
                .count();
        var reached = nthDay(statutory, end);
        var promisedDue = pausing ? null : nthDay(promised, LocalDate.MAX);
        return new Answer(
                acceptedOn,
                notice,
                pausing ? null : nthDay(statutory, LocalDate.MAX),
                promisedDue,
                delivery,
                used,
                statutory - used,
                lamp(stopped != null, asOf, promisedDue, promised, used),
                reached != null && end.isAfter(reached));
    }

    private Lamp lamp(boolean stopped, LocalDate asOf, LocalDate promisedDue, int promised, int used) {
        if (stopped) {
            return Lamp.DONE;
        }
        if (pausing) {
            return Lamp.PAUSED;
        }
        if (asOf.isAfter(promisedDue)) {
            return Lamp.RED;
        }
        return promised - used <= 1 || used * 100 >= promised * 80 ? Lamp.YELLOW : Lamp.GREEN;
    }
}
