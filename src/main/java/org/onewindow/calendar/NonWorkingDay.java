package org.onewindow.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Why a day does not count toward a period in working days (行政许可法 art. 82). */
public sealed interface NonWorkingDay {

    LocalDate date();

    /** The reason in Chinese, for whoever reads the explanation of a due date. */
    String label();

    /** A Saturday or Sunday that no notice turned into a working day and no holiday covers. */
    record Weekend(LocalDate date) implements NonWorkingDay {

        @Override
        public String label() {
            return "周末(" + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE) + ")";
        }
    }

    /** A day off by the State Council's notice; it may be a weekend day within the holiday. */
    record DayOff(LocalDate date, Holiday holiday) implements NonWorkingDay {

        @Override
        public String label() {
            return holiday.name() + "放假(" + holiday.notice() + ")";
        }
    }
}
