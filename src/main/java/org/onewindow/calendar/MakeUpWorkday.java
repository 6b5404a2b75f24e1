package org.onewindow.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A weekend day on which offices work to make up for a holiday (调休上班日); it counts like any working day.
 *
 * @param date a Saturday or Sunday
 * @param holiday the holiday that it makes up for, where the file says so
 * @param notice the number (文号) of the notice that ordered it
 */
public record MakeUpWorkday(LocalDate date, Optional<String> holiday, String notice) {

    /** In Chinese, for an explanation of a due date: {@code 春节调休上班(国办发明电〔2025〕7号)}. */
    public String label() {
        return holiday.orElse("") + "调休上班(" + notice + ")";
    }
}
