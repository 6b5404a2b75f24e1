package org.onewindow.deadline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Extensions of the decision period (延期): asked for by an approver, granted by the organ's head (行政许可法 art. 42). */
@Service
@Transactional
public class Extensions {

    private final JdbcClient jdbc;
    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final Clock clock;

    Extensions(JdbcClient jdbc, ClockLedger ledger, OfficeCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What was asked for. */
    public record Request(int days, String reason, TakenBy taken) {
        public String requestedBy() {
            return taken.account();
        }
    }

    /**
     * Asks for an extension; nothing moves before it is approved.
     *
     * @param days in the item's unit
     * @throws RefusedInput if it could not be granted today, or one is waiting already
     */
    public void request(CaseNumber caseNumber, int days, String reason, TakenBy requestedBy) {
        checkPossible(caseNumber, days);
        try {
            jdbc.sql("""
                            insert into extension_request (case_number, days, reason, requested_by, on_behalf_of, requested_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            caseNumber.value(),
                            days,
                            reason,
                            requestedBy.account(),
                            requestedBy.onBehalfOf().orElse(null),
                            Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException waiting) {
            throw alreadyWaiting();
        }
    }

    /**
     * @throws RefusedInput if none could be granted today, however short, or one is waiting already; whoever only asks whether it
     *     could be done goes on
     */
    @Transactional(readOnly = true, noRollbackFor = RefusedInput.class)
    public void checkPossible(CaseNumber caseNumber) {
        checkPossible(caseNumber, 1);
        if (waiting(caseNumber).isPresent()) {
            throw alreadyWaiting();
        }
    }

    private void checkPossible(CaseNumber caseNumber, int days) {
        try {
            ledger.book(caseNumber).clock(calendar.current()).after(ClockEvent.extended(LocalDate.now(clock), days));
        } catch (ImpossibleClockEvent refused) {
            throw new RefusedInput("days", refused.getMessage());
        }
    }

    private static RefusedInput alreadyWaiting() {
        return new RefusedInput("这个办件已有延期申请在等待审批，请等审批后再办理");
    }

    /** The request that is waiting. */
    public Optional<Request> waiting(CaseNumber caseNumber) {
        return jdbc.sql("select * from extension_request where case_number = ? and decided_at is null")
                .param(caseNumber.value())
                .query((row, n) -> new Request(
                        row.getInt("days"),
                        row.getString("reason"),
                        new TakenBy(row.getString("requested_by"), Optional.ofNullable(row.getString("on_behalf_of")))))
                .optional();
    }

    /**
     * Grants the waiting request: both deadlines move.
     *
     * @throws RefusedInput if the head asked for it, or the statutory period has run out meanwhile
     */
    public void approve(CaseNumber caseNumber, String head) {
        var request = decide(caseNumber, head, true);
        ledger.extend(caseNumber, request.days(), head, request.reason());
    }

    /** Turns the waiting request down: nothing moves. */
    public void reject(CaseNumber caseNumber, String head) {
        decide(caseNumber, head, false);
    }

    private Request decide(CaseNumber caseNumber, String head, boolean approved) {
        var request = waiting(caseNumber).orElseThrow(() -> new RefusedInput("没有待审批的延期申请，请刷新页面"));
        checkHead(caseNumber, TakenBy.self(head));
        close(caseNumber, head, approved);
        return request;
    }

    /**
     * @throws RefusedInput if whoever would answer the waiting request, or the person for whom they act, asked for it, or was
     *     asked for by their deputy
     */
    public void checkHead(CaseNumber caseNumber, TakenBy head) {
        if (waiting(caseNumber)
                .filter(request -> !Collections.disjoint(request.taken().people(), head.people()))
                .isPresent()) {
            throw new RefusedInput("延期申请不能由申请人本人批准，请交由其他负责人审批");
        }
    }

    /** A request that a decision has overtaken is closed without being granted. @return whether there was one */
    public boolean discard(CaseNumber caseNumber) {
        return close(caseNumber, null, false);
    }

    private boolean close(CaseNumber caseNumber, String decidedBy, boolean approved) {
        return jdbc.sql("""
                        update extension_request set decided_by = ?, decided_at = ?, approved = ?
                        where case_number = ? and decided_at is null""")
                        .params(decidedBy, Timestamp.from(clock.instant()), approved, caseNumber.value())
                        .update()
                > 0;
    }
}
