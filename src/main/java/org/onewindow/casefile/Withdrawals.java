package org.onewindow.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Withdrawals on the applicant's paper (撤件), at any step before the decision. */
@Service
@Transactional
public class Withdrawals {

    private static final String STEP = "withdrawn";
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final CaseLock lock;
    private final CaseRecord record;
    private final Acceptance acceptance;
    private final Clock clock;

    Withdrawals(JdbcClient jdbc, CaseLock lock, CaseRecord record, Acceptance acceptance, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.record = record;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /** The signed application for the withdrawal (撤件申请). @param attachment of the case */
    public record Paper(long attachment, String name) {}

    /**
     * @return the reason as it goes on record
     * @throws RefusedInput unless it has 2 to 500 characters
     */
    public String checkReason(String reason) {
        var stripped = reason.strip();
        if (stripped.length() < SHORTEST_REASON || stripped.length() > LONGEST_REASON) {
            throw new RefusedInput("reason", "请写明申请人撤件的理由，2至500个字");
        }
        return stripped;
    }

    /** @throws RefusedInput for a case that is decided or closed */
    public void check(CaseState state) {
        if (state.isFinal()) {
            throw new RefusedInput("办件已经结束（" + state.label() + "），不能再撤件");
        }
        if (state == CaseState.READY) {
            throw new RefusedInput("办件已经作出决定，不能撤件");
        }
    }

    /**
     * Ends the case. Its originals go back, its clocks end.
     *
     * @throws RefusedInput if it is decided or closed
     */
    public void withdraw(CaseNumber caseNumber, Paper paper, String reason, String actor) {
        check(lock.state(caseNumber));
        jdbc.sql("insert into withdrawal (case_number, attachment, reason, actor, at) values (?, ?, ?, ?, ?)")
                .params(caseNumber.value(), paper.attachment(), reason, actor, Timestamp.from(clock.instant()))
                .update();
        record.step(
                caseNumber,
                STEP,
                "撤件",
                TakenBy.self(actor),
                "申请人撤回",
                Optional.of(reason + "（凭撤件申请“" + paper.name() + "”）"));
        acceptance.withdraw(caseNumber, actor);
    }
}
