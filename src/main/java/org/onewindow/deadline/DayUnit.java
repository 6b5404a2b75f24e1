package org.onewindow.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.onewindow.calendar.WorkingCalendar;

/** What an item's decision period counts. The notice and delivery periods always count working days. */
public enum DayUnit {
    /** 工作日, the rule (行政许可法 art. 82). */
    WORKING_DAYS("workingDays", "工作日") {
        @Override
        public int between(WorkingCalendar calendar, LocalDate after, LocalDate through) {
            return calendar.between(after, through);
        }

        @Override
        LocalDate add(WorkingCalendar calendar, LocalDate start, int days) {
            return calendar.add(start, days);
        }
    },
    /** 自然日, for items whose own law counts every day; the last day is not moved to a working day. */
    CALENDAR_DAYS("calendarDays", "自然日") {
        @Override
        public int between(WorkingCalendar calendar, LocalDate after, LocalDate through) {
            return Math.toIntExact(ChronoUnit.DAYS.between(after, through));
        }

        @Override
        LocalDate add(WorkingCalendar calendar, LocalDate start, int days) {
            return start.plusDays(days);
        }
    };

    private final String jsonName;
    private final String label;

    DayUnit(String jsonName, String label) {
        this.jsonName = jsonName;
        this.label = label;
    }

    @JsonValue
    public String jsonName() {
        return jsonName;
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException for any other name */
    public static DayUnit of(String jsonName) {
        return Stream.of(values())
                .filter(unit -> unit.jsonName.equals(jsonName))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("时限单位应为 workingDays 或 calendarDays，而不是“" + jsonName + "”。"));
    }

    /** The days D of this unit with {@code after < D <= through}. */
    public abstract int between(WorkingCalendar calendar, LocalDate after, LocalDate through);

    /** The n-th day of this unit after the start; the start itself for 0. */
    abstract LocalDate add(WorkingCalendar calendar, LocalDate start, int days);
}
