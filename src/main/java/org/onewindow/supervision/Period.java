package org.onewindow.supervision;

import java.time.LocalDate;

/** Days of which figures are told, the last one among them. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /** This year so far. */
    public static Period yearTo(LocalDate today) {
        return new Period(today.withDayOfYear(1), today);
    }
}
