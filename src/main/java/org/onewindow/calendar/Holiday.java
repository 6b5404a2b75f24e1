package org.onewindow.calendar;

import java.time.LocalDate;

/**
 * A holiday's days off in a row, the weekends in between included.
 *
 * @param name the holiday as the notice calls it, e.g. 春节
 * @param from the first day off
 * @param to the last day off, on or after {@code from}
 * @param notice the number (文号) of the notice that ordered it, e.g. 国办发明电〔2025〕7号
 */
public record Holiday(String name, LocalDate from, LocalDate to, String notice) {

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
