package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.ClockEvent.Type;
import org.onewindow.deadline.ExplainedPeriod.Kind;
import org.onewindow.deadline.ExplainedPeriod.Outcome;

/**
 * Writes the periods of a {@link ClockExplanation}.
 *
 * @param events what had happened by {@code state.asOf()}
 */
record ClockExplainer(ClockRules rules, List<ClockEvent> events, ClockState state, WorkingCalendar calendar) {

    private static final Set<Type> INCOMING = EnumSet.of(Type.RECEIVED, Type.CORRECTION_SUBMITTED);
    private static final Set<Type> ANSWERS = EnumSet.of(
            Type.CORRECTION_NOTIFIED, Type.ACCEPTED, Type.DEEMED_ACCEPTED, Type.NOT_ACCEPTED, Type.WITHDRAWN);
    private static final int GENERAL_STATUTORY_DAYS = 20;

    List<ExplainedPeriod> periods() {
        return Stream.of(notice(), correction(), promised(), statutory(), delivery())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ExplainedPeriod> notice() {
        return state.checkFrom().map(from -> {
            var due = state.noticeDue().orElseThrow();
            var answer = answer(due);
            var outcome = state.phase() == ClockPhase.CHECKING
                    ? Outcome.RUNNING
                    : answer.map(ClockExplainer::howEnded).orElse(Outcome.LAPSED);
            return period(
                    new Frame(Kind.NOTICE, "行政许可法第三十二条、第八十二条", incoming(), rules.noticeDays()),
                    DecisionPeriod.from(from, DayUnit.WORKING_DAYS),
                    state.noticeDue(),
                    outcome,
                    outcome == Outcome.LAPSED ? Optional.of(due) : answer.map(ClockEvent::on));
        });
    }

    /** What ended the notice period in time. */
    private Optional<ClockEvent> answer(LocalDate due) {
        return events.stream()
                .skip(lastIncoming() + 1L)
                .filter(event -> ANSWERS.contains(event.type()) && !event.on().isAfter(due))
                .findFirst();
    }

    private int lastIncoming() {
        int last = -1;
        for (int i = 0; i < events.size(); i++) {
            last = INCOMING.contains(events.get(i).type()) ? i : last;
        }
        return last;
    }

    private String incoming() {
        return events.get(lastIncoming()).type().label();
    }

    private Optional<ExplainedPeriod> correction() {
        return state.correctionDue()
                .map(due -> period(
                        new Frame(
                                Kind.CORRECTION,
                                "该事项规定的补正期限（申请人的时间，不计入办理时限）",
                                Type.CORRECTION_NOTIFIED.label(),
                                rules.correctionDays().orElseThrow()),
                        DecisionPeriod.from(last(Type.CORRECTION_NOTIFIED).orElseThrow(), DayUnit.WORKING_DAYS),
                        state.correctionDue(),
                        state.asOf().isAfter(due) ? Outcome.OVERRUN : Outcome.RUNNING,
                        Optional.empty()));
    }

    private Optional<ExplainedPeriod> promised() {
        return state.period()
                .map(p -> decision(
                        Kind.PROMISED, "部门公开承诺" + pauseBasis(p), rules.promisedDays(), p, state.promisedDue()));
    }

    private Optional<ExplainedPeriod> statutory() {
        return state.period()
                .filter(p -> rules.hasStatutoryLimit())
                .map(p -> decision(
                        Kind.STATUTORY,
                        statutoryBasis() + pauseBasis(p),
                        rules.statutoryDays(),
                        p,
                        state.statutoryDue()));
    }

    /** Art. 42 has twenty working days from acceptance; everything else is another law's. */
    private String statutoryBasis() {
        boolean general = rules.statutoryDays() == GENERAL_STATUTORY_DAYS
                && rules.clockStart() == ClockStart.ACCEPTANCE
                && rules.unit() == DayUnit.WORKING_DAYS;
        return general ? "行政许可法第四十二条、第八十二条" : "该事项的法律依据另有规定（行政许可法第四十二条）";
    }

    private static String pauseBasis(DecisionPeriod period) {
        return period.pauses().isEmpty() ? "" : "；暂停依第四十五条";
    }

    private ExplainedPeriod decision(
            Kind kind, String basis, int length, DecisionPeriod period, Optional<LocalDate> due) {
        var ended = state.decidedOn().or(() -> last(Type.WITHDRAWN));
        boolean passed = period.due(calendar, length + period.extensionDays())
                .filter(ended.orElse(state.asOf())::isAfter)
                .isPresent();
        return period(new Frame(kind, basis, startedBy(), length), period, due, outcome(period, passed, ended), ended);
    }

    private Outcome outcome(DecisionPeriod period, boolean passed, Optional<LocalDate> ended) {
        if (ended.isPresent()) {
            return passed
                    ? Outcome.LATE
                    : state.decidedOn().map(on -> Outcome.ON_TIME).orElse(Outcome.WITHDRAWN);
        }
        if (passed) {
            return Outcome.OVERRUN;
        }
        return period.isPaused() ? Outcome.PAUSED : Outcome.RUNNING;
    }

    /** What happened on day 0 of the decision period, with why it is not the acceptance where it is not. */
    private String startedBy() {
        boolean lapsed =
                notice().filter(period -> period.outcome() == Outcome.LAPSED).isPresent();
        if (lapsed) {
            return incoming() + "，告知期限届满，自此日视为受理";
        }
        if (rules.clockStart() == ClockStart.RECEIPT) {
            return incoming() + "，该事项自收到申请之日起算";
        }
        return events.get(lastIncoming()).type() == Type.CORRECTION_SUBMITTED ? "补正提交，即受理日期" : "受理";
    }

    private Optional<ExplainedPeriod> delivery() {
        return state.decidedOn().map(from -> {
            var due = state.deliveryDue().orElseThrow();
            var delivered = last(Type.DELIVERED);
            boolean passed = delivered.orElse(state.asOf()).isAfter(due);
            var open = passed ? Outcome.OVERRUN : Outcome.RUNNING;
            return period(
                    new Frame(Kind.DELIVERY, "行政许可法第四十四条、第八十二条", Type.DECIDED.label(), rules.deliveryDays()),
                    DecisionPeriod.from(from, DayUnit.WORKING_DAYS),
                    state.deliveryDue(),
                    delivered.map(on -> passed ? Outcome.LATE : Outcome.ON_TIME).orElse(open),
                    delivered);
        });
    }

    private static Outcome howEnded(ClockEvent answer) {
        return switch (answer.type()) {
            case WITHDRAWN -> Outcome.WITHDRAWN;
            case DEEMED_ACCEPTED -> Outcome.LAPSED;
            default -> Outcome.ON_TIME;
        };
    }

    private Optional<LocalDate> last(Type type) {
        return events.stream()
                .filter(event -> event.type() == type)
                .map(ClockEvent::on)
                .reduce((one, other) -> other);
    }

    /** What does not depend on how far the period has run. */
    private record Frame(Kind kind, String basis, String startedBy, int length) {}

    private ExplainedPeriod period(
            Frame frame, DecisionPeriod period, Optional<LocalDate> due, Outcome outcome, Optional<LocalDate> endedOn) {
        boolean provisional = period.unit() == DayUnit.WORKING_DAYS
                && due.filter(last -> calendar.isProvisional(period.start(), last))
                        .isPresent();
        return new ExplainedPeriod(
                frame.kind(),
                frame.basis(),
                period.start(),
                frame.startedBy(),
                frame.length(),
                period.unit(),
                period.extensionDays(),
                due,
                provisional,
                outcome,
                endedOn,
                period.counted(calendar, endedOn.orElse(state.asOf())),
                days(period, frame.startedBy(), due.orElse(state.asOf())));
    }

    private List<ExplainedDay> days(DecisionPeriod period, String startedBy, LocalDate last) {
        var days = new ArrayList<ExplainedDay>();
        days.add(ExplainedDay.zero(period.start(), startedBy));
        for (var day = period.start().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days.add(ExplainedDay.of(day, period, calendar));
        }
        return days;
    }
}
