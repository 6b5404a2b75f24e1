package org.onewindow.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Replays the ledgers of all cases, the closed ones among them, for whoever compares them with something else. */
@Service
public class LedgerReplay {

    private static final int CASES_AT_ONCE = 1000;

    private final CasePages pages;
    private final OfficeCalendar calendar;
    private final Clock clock;

    LedgerReplay(CasePages pages, OfficeCalendar calendar, Clock clock) {
        this.pages = pages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What a case's ledger says today.
     *
     * @param state empty if its entries contradict each other
     * @param raised the alarms on record; only where one could still go off
     */
    public record Replayed(CaseNumber caseNumber, Optional<ClockState> state, List<ClockAlarm> raised) {}

    /**
     * Some cases at a time, in the order of their numbers.
     *
     * @param leftOut what is no case number
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public void forEach(List<String> leftOut, Consumer<List<Replayed>> reader) {
        var today = LocalDate.now(clock);
        var current = calendar.current();
        var some = new ArrayList<Replayed>();
        pages.forEachBut(leftOut, page -> {
            some.add(new Replayed(page.caseNumber(), page.tryRead(today, current), List.of()));
            if (some.size() == CASES_AT_ONCE) {
                reader.accept(withAlarms(some));
                some.clear();
            }
        });
        reader.accept(withAlarms(some));
    }

    /** Some cases, without their alarms. */
    @Transactional(readOnly = true)
    public List<Replayed> of(List<String> numbers) {
        var today = LocalDate.now(clock);
        var current = calendar.current();
        return pages.of(numbers).stream()
                .map(page -> new Replayed(page.caseNumber(), page.tryRead(today, current), List.of()))
                .toList();
    }

    private List<Replayed> withAlarms(List<Replayed> some) {
        var alarming = some.stream()
                .filter(one ->
                        one.state().filter(state -> !state.alarms().isEmpty()).isPresent())
                .map(one -> one.caseNumber().value())
                .toList();
        var raised = pages.raised(alarming);
        return some.stream()
                .map(one ->
                        new Replayed(one.caseNumber(), one.state(), raised.getOrDefault(one.caseNumber(), List.of())))
                .toList();
    }
}
