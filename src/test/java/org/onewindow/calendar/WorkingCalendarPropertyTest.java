package org.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

/** The tables against a day-by-day walk, within the files' years, around the tables' ends and far beyond them. */
class WorkingCalendarPropertyTest {

    private final WorkingCalendar calendar = CalendarFiles.load(CalendarFiles.DEFAULT_LOCATION, LocalTime.of(17, 0));

    @Property
    void addingThenCountingGivesBackN(@ForAll("dates") LocalDate start, @ForAll @IntRange(max = 200_000) int n) {
        assertThat(calendar.between(start, calendar.add(start, n))).isEqualTo(n);
    }

    @Property
    void theResultOfAddingIsAWorkingDay(@ForAll("dates") LocalDate start, @ForAll @IntRange(min = 1) int n) {
        assertThat(calendar.isWorkingDay(calendar.add(start, n))).isTrue();
    }

    @Property
    void addingAgreesWithAWalkDayByDay(@ForAll("dates") LocalDate start, @ForAll @IntRange(max = 400) int n) {
        var day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorked(day) ? 1 : 0;
        }
        assertThat(calendar.add(start, n)).isEqualTo(day);
    }

    @Property
    void countingAgreesWithAWalkDayByDay(@ForAll("dates") LocalDate after, @ForAll @IntRange(max = 600) int days) {
        var through = after.plusDays(days);
        long walked = after.plusDays(1)
                .datesUntil(through.plusDays(1))
                .filter(this::isWorked)
                .count();
        assertThat(calendar.between(after, through)).isEqualTo((int) walked);
        assertThat(calendar.between(through, after)).isEqualTo((int) -walked);
    }

    @Property
    void aDayIsEitherWorkedOrExplained(@ForAll("dates") LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(isWorked(day));
        assertThat(calendar.whyNot(day).isPresent()).isEqualTo(!isWorked(day));
    }

    @Property
    void countsAddUp(@ForAll("dates") LocalDate a, @ForAll("dates") LocalDate b, @ForAll("dates") LocalDate c) {
        assertThat(calendar.between(a, b) + calendar.between(b, c)).isEqualTo(calendar.between(a, c));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.oneOf(
                Dates.dates().between(LocalDate.of(2023, 10, 1), LocalDate.of(2027, 3, 31)),
                Dates.dates().between(LocalDate.of(1998, 6, 1), LocalDate.of(2000, 6, 30)),
                Dates.dates().between(LocalDate.of(2099, 6, 1), LocalDate.of(2102, 6, 30)),
                Dates.dates().between(LocalDate.of(1000, 1, 1), LocalDate.of(3000, 12, 31)));
    }

    /** The rule straight from the years' files, without any table. */
    private boolean isWorked(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        var year = calendar.years().get(day.getYear());
        if (year == null) {
            return weekday;
        }
        boolean off = year.holidays().stream().anyMatch(holiday -> holiday.covers(day));
        boolean madeUp =
                year.makeUpWorkdays().stream().anyMatch(makeUp -> makeUp.date().equals(day));
        return madeUp || weekday && !off;
    }
}
