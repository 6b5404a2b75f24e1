package org.onewindow.web;

import java.time.LocalDate;
import java.util.List;
import org.onewindow.supervision.Period;

/** The periods that the dashboard offers. */
final class SupervisionPeriods {

    private SupervisionPeriods() {}

    record Offered(String label, Period period) {}

    static List<Offered> offered(LocalDate today) {
        int firstOfQuarter = (today.getMonthValue() - 1) / 3 * 3 + 1;
        return List.of(
                new Offered("本月", new Period(today.withDayOfMonth(1), today)),
                new Offered("本季", new Period(today.withDayOfMonth(1).withMonth(firstOfQuarter), today)),
                new Offered("本年", Period.yearTo(today)),
                new Offered("近一年", new Period(today.minusYears(1).plusDays(1), today)));
    }
}
