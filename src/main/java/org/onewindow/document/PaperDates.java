package org.onewindow.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How papers write days and times (GB/T 9704 7.3.5.4). */
public final class PaperDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private PaperDates() {}

    /** 2026年3月2日. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** 2026年3月2日 09:00, by the clocks of the district. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
