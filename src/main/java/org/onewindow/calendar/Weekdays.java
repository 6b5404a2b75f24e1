package org.onewindow.calendar;

/**
 * Monday-to-Friday arithmetic in closed form, for the days beyond the calendar's tables. Days are epoch days; weekdays
 * are numbered through from Monday 1969-12-29, which is number 1.
 */
final class Weekdays {

    /** Epoch day of 1969-12-29, a Monday. */
    private static final long MONDAY = -3;

    private Weekdays() {}

    static boolean isWeekday(long epochDay) {
        return Math.floorMod(epochDay - MONDAY, 7) < 5;
    }

    /** The number of the last weekday on or before a day. */
    static long through(long epochDay) {
        long days = epochDay - MONDAY;
        return Math.floorDiv(days, 7L) * 5 + Math.min(Math.floorMod(days, 7) + 1, 5);
    }

    /** The epoch day of the weekday with a number; the inverse of {@link #through}. */
    static long day(long number) {
        return Math.floorDiv(number - 1, 5L) * 7 + Math.floorMod(number - 1, 5) + MONDAY;
    }
}
