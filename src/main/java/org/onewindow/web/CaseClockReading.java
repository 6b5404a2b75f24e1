package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFile;
import org.onewindow.deadline.ClockBook;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockEvent.Extended;
import org.onewindow.deadline.ClockEvent.SpecialProcedureStarted;
import org.onewindow.deadline.ClockExplanation;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.LedgerEntry;
import org.onewindow.web.ItemAnswer.Coded;
import org.onewindow.workflow.StaffAccounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Explains a case's clock from its ledger. */
@Component
class CaseClockReading {

    private static final Coded REVERSAL = new Coded("reversal", "冲正");

    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseClockReading(ClockLedger ledger, OfficeCalendar calendar, StaffAccounts accounts, Clock clock) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.accounts = accounts;
        this.clock = clock;
    }

    ClockExplanation explain(CaseFile file) {
        return explain(ledger.book(file.caseNumber()));
    }

    /** The same as a picture. */
    String timeline(CaseFile file) {
        var book = ledger.book(file.caseNumber());
        return ClockTimeline.of(explain(book).periods(), book, LocalDate.now(clock));
    }

    private ClockExplanation explain(ClockBook book) {
        return ClockExplanation.of(book, LocalDate.now(clock), calendar.current());
    }

    /** @param forStaff with the names of those who acted, and their reasons */
    @Transactional(readOnly = true)
    public ClockAnswer read(CaseFile file, boolean forStaff) {
        var book = ledger.book(file.caseNumber());
        var explanation = explain(book);
        var state = explanation.state();
        var unit = explanation.rules().unit();
        return new ClockAnswer(
                file.caseNumber().value(),
                state.asOf(),
                new Coded(state.phase().name(), state.phase().label()),
                state.lamp().map(lamp -> new Coded(lamp.jsonName(), lamp.label())),
                state.statutoryOverrun(),
                new Coded(unit.jsonName(), unit.label()),
                state.used(),
                state.left(),
                explanation.periods().stream().map(ClockAnswer.Period::of).toList(),
                entries(book, forStaff),
                ledger.raised(file.caseNumber()).stream()
                        .map(ClockAnswer.Alarm::of)
                        .toList());
    }

    private List<ClockAnswer.Entry> entries(ClockBook book, boolean forStaff) {
        var ids = book.entries().stream().map(LedgerEntry::id).toList();
        var names = forStaff ? names(book) : Map.<String, String>of();
        var entries = new ArrayList<ClockAnswer.Entry>();
        for (var entry : book.entries()) {
            var started = details(entry, SpecialProcedureStarted.class);
            var extended = details(entry, Extended.class);
            entries.add(new ClockAnswer.Entry(
                    entries.size() + 1,
                    entry.event()
                            .map(event -> new Coded(
                                    event.type().jsonName(), event.type().label()))
                            .orElse(REVERSAL),
                    entry.event().map(ClockEvent::on),
                    OffsetDateTime.ofInstant(entry.recordedAt(), clock.getZone()),
                    started.map(event -> event.procedure().label()),
                    started.flatMap(SpecialProcedureStarted::notice),
                    started.map(SpecialProcedureStarted::plannedDays).orElse(OptionalInt.empty()),
                    extended.map(event -> OptionalInt.of(event.days())).orElse(OptionalInt.empty()),
                    !book.stands(entry.id()),
                    entry.reverses().map(id -> ids.indexOf(id) + 1),
                    forStaff ? Optional.of(name(names, entry.recordedBy())) : Optional.empty(),
                    extended.flatMap(Extended::approvedBy)
                            .filter(head -> forStaff)
                            .map(head -> name(names, head)),
                    extended.flatMap(Extended::reason).filter(reason -> forStaff),
                    entry.reason().filter(reason -> forStaff)));
        }
        return entries;
    }

    private Map<String, String> names(ClockBook book) {
        return accounts.names(book.entries().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.recordedBy()),
                        details(entry, Extended.class).flatMap(Extended::approvedBy).stream()))
                .distinct()
                .toList());
    }

    private static String name(Map<String, String> names, String account) {
        return names.getOrDefault(account, account);
    }

    private static <T extends ClockEvent> Optional<T> details(LedgerEntry entry, Class<T> type) {
        return entry.event().filter(type::isInstance).map(type::cast);
    }
}
