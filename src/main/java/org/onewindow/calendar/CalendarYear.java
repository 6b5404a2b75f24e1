package org.onewindow.calendar;

import java.util.List;

/**
 * One year of the working-day calendar as one file of {@code config/calendar} says it. {@link CalendarFiles} builds and
 * checks it.
 *
 * @param year the calendar year
 * @param notice the number (文号) of the State Council's notice for the year
 * @param holidays the days off, ranges that do not overlap
 * @param makeUpWorkdays the weekend days that are worked
 */
public record CalendarYear(int year, String notice, List<Holiday> holidays, List<MakeUpWorkday> makeUpWorkdays) {

    public CalendarYear {
        holidays = List.copyOf(holidays);
        makeUpWorkdays = List.copyOf(makeUpWorkdays);
    }
}
