package org.onewindow.deadline;

import java.util.HashMap;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives cases a forecast that are older than forecasts: after an update, beside the hall's work, and then never again. */
@Component
public class ForecastCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastCompletion.class);
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

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var thread = new Thread(
                () -> {
                    try {
                        complete();
                    } catch (RuntimeException failed) {
                        // The next start goes on; what was done stays done.
                        LOG.warn("forecasts are not complete", failed);
                    }
                },
                "forecasts");
        thread.setDaemon(true);
        thread.start();
    }

    /** @return how many cases had none */
    public int complete() {
        int completed = 0;
        var numbers = forecasts.missing("", CASES_AT_ONCE);
        while (!numbers.isEmpty()) {
            var some = numbers;
            transaction.executeWithoutResult(status -> {
                var found = new HashMap<CaseNumber, ClockForecast>();
                pages.of(some).forEach(page -> page.tryForecast(calendar.current())
                        .ifPresent(forecast -> found.put(page.caseNumber(), forecast)));
                forecasts.add(found);
            });
            completed += some.size();
            numbers = forecasts.missing(some.get(some.size() - 1), CASES_AT_ONCE);
        }
        if (completed > 0) {
            LOG.info("{} cases have a forecast now", completed);
        }
        return completed;
    }
}
