package org.onewindow.supervision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.background.Completion;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.LedgerReplay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts down the cases that were finished before there was a table for it: after an update, beside the hall's work. */
@Component
public class FinishedCompletion implements Completion {

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

    @Override
    public String name() {
        return "finished-cases";
    }

    @Override
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
