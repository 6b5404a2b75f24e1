package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.deadline.ClockBook;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockEvent.SpecialProcedureStarted;
import org.onewindow.deadline.ClockEvent.Type;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.LedgerEntry;
import org.springframework.stereotype.Component;

/** Takes mistaken entries back (冲正): those of special procedures and extensions, which the process does not make itself. */
@Component
class ClockReversals {

    private static final Set<Type> REVERSIBLE =
            EnumSet.of(Type.SPECIAL_PROCEDURE_STARTED, Type.SPECIAL_PROCEDURE_ENDED, Type.EXTENDED);
    /** These may have been made on the wrong day, and not only in error. */
    private static final Set<Type> DATED = EnumSet.of(Type.SPECIAL_PROCEDURE_STARTED, Type.SPECIAL_PROCEDURE_ENDED);

    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 300;

    private final ClockLedger ledger;
    private final Clock clock;

    ClockReversals(ClockLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What a head filled in.
     *
     * @param entry the entry's place in the case's ledger, from 1
     * @param date the right date; blank where the entry should not have been made
     */
    record Form(int entry, String reason, String date) {}

    /** The types of entry that may be taken back. */
    static Set<String> reversible() {
        return names(REVERSIBLE);
    }

    /** Those of them that may be given another date. */
    static Set<String> dated() {
        return names(DATED);
    }

    private static Set<String> names(Set<Type> types) {
        return types.stream().map(Type::jsonName).collect(Collectors.toSet());
    }

    /** @throws RefusedInput if the form is not complete, or the ledger would not be possible */
    void reverse(CaseNumber caseNumber, Form form, String head) {
        var reason = form.reason().strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new RefusedInput("reason", "请填写冲正理由，2至300个字");
        }
        var entry = entry(ledger.book(caseNumber), form.entry());
        ledger.reverse(caseNumber, entry.id(), instead(entry, form.date().strip()), reason, head);
    }

    private static LedgerEntry entry(ClockBook book, int number) {
        return Optional.of(number)
                .filter(n -> n >= 1 && n <= book.entries().size())
                .map(n -> book.entries().get(n - 1))
                .filter(entry -> entry.event()
                        .filter(event -> REVERSIBLE.contains(event.type()))
                        .isPresent())
                .orElseThrow(() -> new RefusedInput("只能冲正特别程序和延期的记录，请刷新页面后重新选择"));
    }

    private Optional<ClockEvent> instead(LedgerEntry entry, String date) {
        var event = entry.event().orElseThrow();
        if (date.isEmpty() || !DATED.contains(event.type())) {
            return Optional.empty();
        }
        var on = date(date);
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RefusedInput("date", "正确的日期不能晚于今天，请核对");
        }
        if (on.equals(event.on())) {
            throw new RefusedInput("date", "正确的日期与原记录相同，请核对；不应有这条记录的，日期留空");
        }
        return Optional.of(
                event instanceof SpecialProcedureStarted started
                        ? new SpecialProcedureStarted(on, started.procedure(), started.notice(), started.plannedDays())
                        : ClockEvent.specialProcedureEnded(on));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw new RefusedInput("date", "正确的日期应形如 2026-03-12，请重新填写");
        }
    }
}
