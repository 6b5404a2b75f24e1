package org.onewindow.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The working days (工作日) of the office: counts and adds them in constant time, whatever the distance.
 *
 * <p>Years with a file follow the State Council's notice; in every other year weekends are the only days off and dates
 * are {@linkplain #isProvisional provisional}. Dates are local dates of Asia/Shanghai. Immutable and thread-safe; a new
 * or corrected year makes a new calendar ({@link #with}).
 */
public final class WorkingCalendar {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    private static final long FIRST = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(LAST_YEAR, 12, 31).toEpochDay();

    private final SortedMap<Integer, CalendarYear> years;
    private final LocalTime closeOfBusiness;
    private final Map<LocalDate, Holiday> daysOff = new HashMap<>();
    private final Map<LocalDate, MakeUpWorkday> makeUps = new HashMap<>();

    /** Working days from FIRST through FIRST + index. */
    private final int[] through;
    /** The n-th working day since FIRST, as an offset from FIRST, at index n − 1. */
    private final int[] nth;

    /**
     * @param years the years that have a file, each at most once, between 2000 and 2100
     * @param closeOfBusiness the time of day at which a period's last day ends (17:00 in this district)
     */
    public WorkingCalendar(Collection<CalendarYear> years, LocalTime closeOfBusiness) {
        var byYear = new TreeMap<Integer, CalendarYear>();
        for (var year : years) {
            if (year.year() < FIRST_YEAR || year.year() > LAST_YEAR) {
                throw new IllegalArgumentException("Calendar year out of range: " + year.year());
            }
            if (byYear.put(year.year(), year) != null) {
                throw new IllegalArgumentException("Calendar year given twice: " + year.year());
            }
        }
        this.years = Collections.unmodifiableSortedMap(byYear);
        this.closeOfBusiness = closeOfBusiness;
        byYear.values().forEach(this::index);
        this.through = new int[(int) (LAST - FIRST + 1)];
        this.nth = number();
    }

    private void index(CalendarYear year) {
        for (var holiday : year.holidays()) {
            holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(day -> daysOff.put(day, holiday));
        }
        year.makeUpWorkdays().forEach(makeUp -> makeUps.put(makeUp.date(), makeUp));
    }

    /** Fills {@link #through} and answers the index of working days. */
    private int[] number() {
        var days = new int[through.length];
        int count = 0;
        for (int offset = 0; offset < through.length; offset++) {
            var date = LocalDate.ofEpochDay(FIRST + offset);
            boolean weekday = Weekdays.isWeekday(FIRST + offset);
            if (weekday ? !daysOff.containsKey(date) : makeUps.containsKey(date)) {
                days[count++] = offset;
            }
            through[offset] = count;
        }
        return Arrays.copyOf(days, count);
    }

    /** The same calendar with a year added or replaced, e.g. to preview what a new notice would change. */
    public WorkingCalendar with(CalendarYear year) {
        var changed = new TreeMap<>(years);
        changed.put(year.year(), year);
        return new WorkingCalendar(changed.values(), closeOfBusiness);
    }

    /** The years that have a file, by year. */
    public SortedMap<Integer, CalendarYear> years() {
        return years;
    }

    /** The time of day at which the last day of a period ends. */
    public LocalTime closeOfBusiness() {
        return closeOfBusiness;
    }

    public boolean isWorkingDay(LocalDate date) {
        long day = date.toEpochDay();
        return number(day) != number(day - 1);
    }

    /**
     * The n-th working day after a start, which is day 0 and not counted itself (行政许可法 art. 82).
     *
     * @param workingDays not negative; 0 gives the start, working day or not
     * @throws IllegalArgumentException if {@code workingDays} is negative
     */
    public LocalDate add(LocalDate start, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("工作日数不能为负:" + workingDays);
        }
        return workingDays == 0 ? start : LocalDate.ofEpochDay(day(number(start.toEpochDay()) + workingDays));
    }

    /**
     * How many working days D lie in {@code after < D <= through}; negative, over the same days, if {@code through} is
     * the earlier date.
     */
    public int between(LocalDate after, LocalDate through) {
        return Math.toIntExact(number(through.toEpochDay()) - number(after.toEpochDay()));
    }

    /** Whether a date's year has no file, so that only its weekends are known. */
    public boolean isProvisional(LocalDate date) {
        return !years.containsKey(date.getYear());
    }

    /**
     * Whether a result that was counted over {@code after < D <= through} rests on a year without a file. An empty span
     * is as provisional as its day.
     */
    public boolean isProvisional(LocalDate after, LocalDate through) {
        if (through.isBefore(after)) {
            return isProvisional(through, after);
        }
        var first = after.isEqual(through) ? after : after.plusDays(1);
        for (int year = first.getYear(); year <= through.getYear(); year++) {
            if (!years.containsKey(year)) {
                return true;
            }
        }
        return false;
    }

    /** Why a day does not count: the holiday by name and notice, or the weekend; empty for a working day. */
    public Optional<NonWorkingDay> whyNot(LocalDate date) {
        if (isWorkingDay(date)) {
            return Optional.empty();
        }
        var holiday = daysOff.get(date);
        return Optional.of(holiday == null ? new NonWorkingDay.Weekend(date) : new NonWorkingDay.DayOff(date, holiday));
    }

    /** The notice that turned this weekend day into a working day, if one did. */
    public Optional<MakeUpWorkday> makeUpWorkday(LocalDate date) {
        return Optional.ofNullable(makeUps.get(date));
    }

    /**
     * The day that counts as the day of receipt (day 0): the day itself, or the next working day if something came in
     * after close of business or on a day off. Exactly at close is still in time.
     *
     * @param receivedAt local time in Asia/Shanghai
     */
    public LocalDate countingFrom(LocalDateTime receivedAt) {
        var date = receivedAt.toLocalDate();
        boolean inTime = isWorkingDay(date) && !receivedAt.toLocalTime().isAfter(closeOfBusiness);
        return inTime ? date : add(date, 1);
    }

    /** The number of the last working day on or before a day; number 1 is the first working day of the tables. */
    private long number(long epochDay) {
        if (epochDay < FIRST) {
            return Weekdays.through(epochDay) - Weekdays.through(FIRST - 1);
        }
        if (epochDay > LAST) {
            return nth.length + Weekdays.through(epochDay) - Weekdays.through(LAST);
        }
        return through[(int) (epochDay - FIRST)];
    }

    /** The epoch day of the working day with a number. */
    private long day(long number) {
        if (number < 1) {
            return Weekdays.day(number + Weekdays.through(FIRST - 1));
        }
        if (number > nth.length) {
            return Weekdays.day(number - nth.length + Weekdays.through(LAST));
        }
        return FIRST + nth[(int) (number - 1)];
    }
}
