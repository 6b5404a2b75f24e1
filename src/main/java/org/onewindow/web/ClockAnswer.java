package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.deadline.ClockAlarm;
import org.onewindow.deadline.ExplainedDay;
import org.onewindow.deadline.ExplainedPeriod;
import org.onewindow.web.ItemAnswer.Coded;

/**
 * Why a case's dates are what they are (时限说明), as the REST interface tells it.
 *
 * @param used days of the decision period that counted, in {@code unit}
 * @param left statutory days that are left, negative on overrun; empty where the law sets no limit
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ClockAnswer(
        String caseNumber,
        LocalDate asOf,
        Coded phase,
        Optional<Coded> lamp,
        boolean statutoryOverrun,
        Coded unit,
        int used,
        OptionalInt left,
        List<Period> periods,
        List<Entry> ledger,
        List<Alarm> alarms) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Period(
            Coded kind,
            String basis,
            DayZero dayZero,
            int days,
            int extensionDays,
            Coded unit,
            Optional<LocalDate> due,
            boolean provisional,
            Optional<String> note,
            Coded outcome,
            Optional<LocalDate> endedOn,
            int counted,
            List<Day> calendar) {

        static Period of(ExplainedPeriod period) {
            return new Period(
                    new Coded(period.kind().jsonName(), period.kind().label()),
                    period.basis(),
                    new DayZero(period.start(), period.startedBy()),
                    period.length(),
                    period.extensionDays(),
                    new Coded(period.unit().jsonName(), period.unit().label()),
                    period.due(),
                    period.provisional(),
                    period.note(),
                    new Coded(period.outcome().jsonName(), period.outcome().label()),
                    period.endedOn(),
                    period.counted(),
                    period.days().stream().map(Day::of).toList());
        }
    }

    record DayZero(LocalDate date, String event) {}

    /** @param reason why it does not count, or counts though it is a weekend day */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Day(LocalDate date, String weekday, boolean counts, OptionalInt number, Optional<String> reason) {

        static Day of(ExplainedDay day) {
            return new Day(
                    day.date(),
                    day.weekday(),
                    day.counts(),
                    day.number(),
                    Optional.of(day.reason()).filter(reason -> !reason.isEmpty()));
        }
    }

    /**
     * An entry of the ledger, as it was made.
     *
     * @param number its place in the case's ledger, from 1
     * @param date empty for one that only takes another back
     * @param plannedDays the working days that a special procedure's notice told
     * @param reversed whether a later entry took it back
     * @param reverses the number of the entry that this one takes back or puts right
     * @param actor for staff only, like everything after it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Entry(
            int number,
            Coded type,
            Optional<LocalDate> date,
            OffsetDateTime recordedAt,
            Optional<String> procedure,
            Optional<String> notice,
            OptionalInt plannedDays,
            OptionalInt extensionDays,
            boolean reversed,
            Optional<Integer> reverses,
            Optional<String> actor,
            Optional<String> approvedBy,
            Optional<String> reason,
            Optional<String> reversalReason) {}

    /** @param on the day on which it went off */
    record Alarm(Coded kind, LocalDate on, LocalDate due) {

        static Alarm of(ClockAlarm alarm) {
            return new Alarm(new Coded(alarm.kind().name(), alarm.kind().label()), alarm.on(), alarm.due());
        }
    }
}
