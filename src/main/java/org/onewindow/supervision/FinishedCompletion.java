package org.onewindow.supervision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.LedgerReplay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts down the cases that were finished before there was a table for it: after an update, beside the hall's work. */
@Component
public class FinishedCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(FinishedCompletion.class);
    private static final int CASES_AT_ONCE = 2000;

    private final FinishedCases finished;
    private final FinishedTally tally;
    private final LedgerReplay ledgers;
    private final TransactionTemplate transaction;

    FinishedCompletion(
            FinishedCases finished, FinishedTally tally, LedgerReplay ledgers, TransactionTemplate transaction) {
        this.finished = finished;
        this.tally = tally;
        this.ledgers = ledgers;
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
                        LOG.warn("finished cases are not complete", failed);
                    }
                },
                "finished-cases");
        thread.setDaemon(true);
        thread.start();
    }

    /** @return how many cases were put down */
    public int complete() {
        int completed = 0;
        var numbers = finished.missing("", CASES_AT_ONCE);
        while (!numbers.isEmpty()) {
            var some = numbers;
            completed += transaction.execute(status -> write(some));
            numbers = finished.missing(some.get(some.size() - 1), CASES_AT_ONCE);
        }
        if (completed > 0) {
            tally.complete();
            LOG.info("{} finished cases are put down for the figures now", completed);
        }
        return completed;
    }

    private int write(List<String> numbers) {
        var states = new HashMap<CaseNumber, ClockState>();
        ledgers.of(numbers).forEach(replayed -> replayed.state()
                .filter(FinishedCases::isFinished)
                .ifPresent(state -> states.put(replayed.caseNumber(), state)));
        finished.write(Map.copyOf(states));
        return states.size();
    }
}
