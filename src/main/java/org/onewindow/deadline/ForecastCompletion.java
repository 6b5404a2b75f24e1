package org.onewindow.deadline;

import java.util.HashMap;
import java.util.List;
import org.onewindow.background.Completion;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives cases a forecast that are older than forecasts: after an update, beside the hall's work, and then never again. */
@Component
public class ForecastCompletion implements Completion {

    private static final int CASES_AT_ONCE = 2000;

    private final ClockForecasts forecasts;
    private final CasePages pages;
    private final OfficeCalendar calendar;
    private final TransactionTemplate transaction;

    ForecastCompletion(
            ClockForecasts forecasts, CasePages pages, OfficeCalendar calendar, TransactionTemplate transaction) {
        this.forecasts = forecasts;
        this.pages = pages;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "forecasts";
    }

    @Override
    public int complete() {
        int completed = 0;
        var numbers = forecasts.missing("", CASES_AT_ONCE);
        while (!numbers.isEmpty()) {
            var some = numbers;
            completed += transaction.execute(status -> add(some));
            numbers = forecasts.missing(some.get(some.size() - 1), CASES_AT_ONCE);
        }
        return completed;
    }

    /** A ledger that contradicts itself has no forecast. */
    private int add(List<String> numbers) {
        var found = new HashMap<CaseNumber, ClockForecast>();
        pages.of(numbers).forEach(page -> page.tryForecast(calendar.current())
                .ifPresent(forecast -> found.put(page.caseNumber(), forecast)));
        forecasts.add(found);
        return found.size();
    }
}
