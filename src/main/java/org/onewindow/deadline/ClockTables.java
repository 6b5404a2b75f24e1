package org.onewindow.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.ReadOnce;
import org.onewindow.casefile.ReadOnce.Piece;
import org.onewindow.catalog.ServiceItem.Limits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's tables. */
@Repository
class ClockTables {

    private static final String REVERSAL = "reversal";

    private final JdbcClient jdbc;
    private final ReadOnce once;
    private final Piece<ClockBook> page = new Piece<>();

    ClockTables(JdbcClient jdbc, ReadOnce once) {
        this.jdbc = jdbc;
        this.once = once;
    }

    /** Opens a page. Nobody else sees it before the transaction ends. */
    void open(CaseNumber caseNumber, Limits limits) {
        var rules = jdbc.sql("""
                        insert into case_clock (case_number, statutory_days, promised_days, unit, clock_start,
                            extension_days, correction_days)
                        values (?, ?, ?, ?, ?, ?, ?) returning *""")
                .params(
                        caseNumber.value(),
                        nullable(limits.statutoryDays()),
                        limits.promisedDays(),
                        DayUnit.of(limits.unit().orElse(DayUnit.WORKING_DAYS.jsonName()))
                                .jsonName(),
                        ClockStart.of(limits.clockStart()).jsonName(),
                        limits.extensionDays(),
                        nullable(limits.correctionDays()))
                .query((row, n) -> rules(row))
                .single();
        once.held(caseNumber, page, new ClockBook(rules, List.of()));
    }

    /**
     * Nobody else writes to the case's ledger before the transaction ends. To be read after, in a statement of its own:
     * one that waits for a lock still sees the entries from before it waited.
     */
    void lock(CaseNumber caseNumber) {
        once.forgetRead(caseNumber);
        jdbc.sql("select 1 from case_clock where case_number = ? for no key update")
                .param(caseNumber.value())
                .query(Integer.class)
                .single();
    }

    /** The case's page, read once in a transaction: a step asks for it at its gate, its decision and its next task. */
    ClockBook read(CaseNumber caseNumber) {
        return once.read(caseNumber, page, () -> select(caseNumber));
    }

    private ClockBook select(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select c.*, e.id, e.type, e.on_date, e.recorded_at, e.recorded_by, e.days, e.procedure, e.notice,
                            e.approved_by, e.reason, e.reverses, e.reversal_reason
                        from case_clock c left join clock_event e on e.case_number = c.case_number
                        where c.case_number = ? order by e.id""").param(caseNumber.value()).query(ClockTables::book);
    }

    private static ClockBook book(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("a case without a clock");
        }
        var rules = rules(rows);
        var entries = new ArrayList<LedgerEntry>();
        do {
            if (rows.getObject("id") != null) {
                entries.add(entry(rows));
            }
        } while (rows.next());
        return new ClockBook(rules, entries);
    }

    static ClockRules rules(ResultSet row) throws SQLException {
        return ClockRules.of(optional(row, "statutory_days").orElse(ClockRules.UNLIMITED), row.getInt("promised_days"))
                .startingOn(ClockStart.of(row.getString("clock_start")))
                .countingIn(DayUnit.of(row.getString("unit")))
                .withExtensionLimit(row.getInt("extension_days"))
                .withCorrectionDays(optional(row, "correction_days"));
    }

    static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getString("type").equals(REVERSAL) ? Optional.empty() : Optional.of(event(row)),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                Optional.ofNullable(row.getObject("reverses", Long.class)),
                text(row, "reversal_reason"));
    }

    private static ClockEvent event(ResultSet row) throws SQLException {
        var type = ClockEvent.Type.named(row.getString("type")).orElseThrow();
        var on = row.getObject("on_date", LocalDate.class);
        return switch (type) {
            case SPECIAL_PROCEDURE_STARTED ->
                new ClockEvent.SpecialProcedureStarted(
                        on,
                        SpecialProcedure.named(row.getString("procedure")).orElseThrow(),
                        text(row, "notice"),
                        optional(row, "days"));
            case EXTENDED ->
                new ClockEvent.Extended(on, row.getInt("days"), text(row, "approved_by"), text(row, "reason"));
            default -> new ClockEvent.Plain(type, on);
        };
    }

    /** To a page that was opened by the transaction, or read under its lock. */
    void append(CaseNumber caseNumber, ClockEvent event, String actor, Instant now) {
        var book = read(caseNumber);
        long id = insert(caseNumber, event, actor, now, null, null);
        once.held(
                caseNumber,
                page,
                book.with(new LedgerEntry(id, Optional.of(event), now, actor, Optional.empty(), Optional.empty())));
    }

    /** Takes an entry back; with an event, this stands in its place. */
    void reverse(
            CaseNumber caseNumber,
            LedgerEntry entry,
            Optional<ClockEvent> instead,
            String reason,
            String actor,
            Instant now) {
        once.forget(caseNumber, page);
        if (instead.isPresent()) {
            insert(caseNumber, instead.get(), actor, now, entry.id(), reason);
            return;
        }
        jdbc.sql("""
                        insert into clock_event (case_number, type, on_date, recorded_at, recorded_by, reverses,
                            reversal_reason)
                        select case_number, ?, on_date, ?, ?, id, ? from clock_event where id = ? and case_number = ?""")
                .params(REVERSAL, Timestamp.from(now), actor, reason, entry.id(), caseNumber.value())
                .update();
    }

    private long insert(
            CaseNumber caseNumber, ClockEvent event, String actor, Instant now, Long reverses, String reversalReason) {
        var details = Details.of(event);
        return jdbc.sql("""
                        insert into clock_event (case_number, type, on_date, recorded_at, recorded_by, days, procedure,
                            notice, approved_by, reason, reverses, reversal_reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        caseNumber.value(),
                        event.type().jsonName(),
                        event.on(),
                        Timestamp.from(now),
                        actor,
                        details.days(),
                        details.procedure(),
                        details.notice(),
                        details.approvedBy(),
                        details.reason(),
                        reverses,
                        reversalReason)
                .query(Long.class)
                .single();
    }

    /** What only some events have; null in the others' columns. */
    private record Details(Integer days, String procedure, String notice, String approvedBy, String reason) {

        static Details of(ClockEvent event) {
            if (event instanceof ClockEvent.SpecialProcedureStarted started) {
                return new Details(
                        nullable(started.plannedDays()),
                        started.procedure().label(),
                        started.notice().orElse(null),
                        null,
                        null);
            }
            if (event instanceof ClockEvent.Extended extended) {
                return new Details(
                        extended.days(),
                        null,
                        null,
                        extended.approvedBy().orElse(null),
                        extended.reason().orElse(null));
            }
            return new Details(null, null, null, null, null);
        }
    }

    /** @return whether it is new; an alarm for the same deadline is written once */
    boolean raise(CaseNumber caseNumber, ClockAlarm alarm, Instant now) {
        return jdbc.sql("insert into clock_alarm values (?, ?, ?, ?) on conflict do nothing")
                        .params(caseNumber.value(), alarm.kind().name(), alarm.due(), Timestamp.from(now))
                        .update()
                > 0;
    }

    List<ClockAlarm> raised(CaseNumber caseNumber) {
        return jdbc.sql("select * from clock_alarm where case_number = ? order by raised_at, alarm")
                .param(caseNumber.value())
                .query((row, n) -> alarm(row))
                .list();
    }

    static ClockAlarm alarm(ResultSet row) throws SQLException {
        return new ClockAlarm(
                ClockAlarm.Kind.valueOf(row.getString("alarm")),
                row.getTimestamp("raised_at").toLocalDateTime().toLocalDate(),
                row.getObject("due_on", LocalDate.class));
    }

    private static Integer nullable(OptionalInt days) {
        return days.isPresent() ? days.getAsInt() : null;
    }

    private static OptionalInt optional(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
