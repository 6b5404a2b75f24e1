package org.onewindow.deadline;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalInt;
import org.onewindow.calendar.NonWorkingDay.DayOff;
import org.onewindow.calendar.WorkingCalendar;

/**
 * A calendar day of a period.
 *
 * @param number its number among the days that count; empty for one that does not, day 0 included
 * @param mark the reason in a word or two, for a calendar sheet
 * @param reason why it does not count, or counts though it is a weekend day; empty for an ordinary day that counts
 */
public record ExplainedDay(LocalDate date, Kind kind, OptionalInt number, String mark, String reason) {

    /** Why a day counts or does not. */
    public enum Kind {
        DAY_ZERO,
        COUNTS,
        /** 调休上班: a weekend day that counts. */
        MAKE_UP,
        WEEKEND,
        HOLIDAY,
        PAUSE
    }

    static ExplainedDay zero(LocalDate date, String event) {
        return new ExplainedDay(date, Kind.DAY_ZERO, OptionalInt.empty(), "第0日", "第0日（" + event + "）");
    }

    /** A later day; whether it counts is the period's word. */
    static ExplainedDay of(LocalDate date, DecisionPeriod period, WorkingCalendar calendar) {
        int number = period.counted(calendar, date);
        return number > period.counted(calendar, date.minusDays(1))
                ? counting(date, number, period, calendar)
                : notCounting(date, period, calendar);
    }

    private static ExplainedDay counting(LocalDate date, int number, DecisionPeriod period, WorkingCalendar calendar) {
        var makeUp = calendar.makeUpWorkday(date).filter(day -> period.unit() == DayUnit.WORKING_DAYS);
        return new ExplainedDay(
                date,
                makeUp.isPresent() ? Kind.MAKE_UP : Kind.COUNTS,
                OptionalInt.of(number),
                makeUp.isPresent() ? "调休上班" : "",
                makeUp.map(day -> day.holiday().orElse("") + "调休上班（" + day.notice() + "）")
                        .orElse(""));
    }

    private static ExplainedDay notCounting(LocalDate date, DecisionPeriod period, WorkingCalendar calendar) {
        var pause = period.pauses().stream().filter(p -> p.covers(date)).findFirst();
        if (pause.isPresent()) {
            return without(date, Kind.PAUSE, "暂停", pauseReason(pause.get()));
        }
        var why = calendar.whyNot(date)
                .orElseThrow(
                        () -> new IllegalStateException("a working day that neither counts nor is paused: " + date));
        return why instanceof DayOff off
                ? without(
                        date,
                        Kind.HOLIDAY,
                        off.holiday().name(),
                        off.holiday().name() + "（" + off.holiday().notice() + "）")
                : without(date, Kind.WEEKEND, "周末", "周末");
    }

    private static ExplainedDay without(LocalDate date, Kind kind, String mark, String reason) {
        return new ExplainedDay(date, kind, OptionalInt.empty(), mark, reason);
    }

    private static String pauseReason(Pause pause) {
        return pause.procedure().label() + "暂停"
                + pause.notice().map(notice -> "（告知书 " + notice + "）").orElse("");
    }

    public boolean counts() {
        return number.isPresent();
    }

    /** E.g. 周一. */
    public String weekday() {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE);
    }
}
