package org.onewindow.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.onewindow.catalog.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Returns to the window (退回综窗): the back office found that a case was accepted in error, and the window answers. The clock
 * goes on all the while: it is the organ's own time. What was returned counts against the acceptance (受理准确率).
 */
@Service
@Transactional
public class AcceptanceReturns {

    private static final String ACCEPTING = "task_verifyMaterials";
    private static final String DEEMED = "task_deemAccepted";
    /** A case's return that waits, from the first table on. */
    static final String OPEN = """
            from acceptance_return r where r.case_number = ? and not exists (
                select from acceptance_return_answer a where a.acceptance_return = r.id)""";

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final CaseLock lock;
    private final Clock clock;

    AcceptanceReturns(JdbcClient jdbc, CaseFiles files, CaseLock lock, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.lock = lock;
        this.clock = clock;
    }

    /** What came of a return. */
    public enum Answer implements Coded {
        CORRECTED("corrected", "已补核，材料齐全、符合要求"),
        UNRESOLVED("unresolved", "未能补齐"),
        UPHELD("upheld", "受理无误"),
        /** The applicant took the application back meanwhile. */
        WITHDRAWN("withdrawn", "申请人撤件");

        private final String code;
        private final String label;

        Answer(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** A return that waits for the window. @param error what kind of error, in words */
    public record Open(String error, String reason, String actor, Instant at) {}

    /**
     * Returns a case.
     *
     * @param error what kind of error, in words
     * @throws RefusedInput if one is open already
     */
    public void add(CaseNumber caseNumber, String error, String reason, String actor) {
        lock.state(caseNumber);
        requireNone(caseNumber);
        var file = files.require(caseNumber);
        jdbc.sql("""
                        insert into acceptance_return
                            (case_number, error, reason, service_window, accepted_by, department, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNumber.value(),
                        error,
                        reason,
                        file.window(),
                        acceptedBy(caseNumber).orElse(null),
                        file.owner(),
                        actor,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** The clerk who checked the materials last; nobody where the period for the notice ran out. */
    private Optional<String> acceptedBy(CaseNumber caseNumber) {
        var steps = files.steps(caseNumber);
        boolean isDeemed = steps.stream().anyMatch(step -> step.step().equals(DEEMED));
        return steps.stream()
                .filter(step -> !isDeemed && step.step().equals(ACCEPTING))
                .reduce((earlier, later) -> later)
                .map(CaseStep::actor);
    }

    /** The return that waits for the window. */
    @Transactional(readOnly = true)
    public Optional<Open> open(CaseNumber caseNumber) {
        return jdbc.sql("select error, reason, actor, at " + OPEN)
                .param(caseNumber.value())
                .query((row, n) -> new Open(
                        row.getString("error"),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** @throws RefusedInput if one is open already; whoever only asks whether it could be done goes on */
    @Transactional(readOnly = true, noRollbackFor = RefusedInput.class)
    public void requireNone(CaseNumber caseNumber) {
        if (open(caseNumber).isPresent()) {
            throw new RefusedInput("这个办件已经退回综窗，请等窗口补核");
        }
    }

    /** Writes the window's answer. @return false if nothing waited for one */
    public boolean answer(CaseNumber caseNumber, Answer outcome, String explanation, String actor) {
        return jdbc.sql("insert into acceptance_return_answer select r.id, ?, ?, ?, ? " + OPEN)
                        .params(outcome.code(), explanation, actor, Timestamp.from(clock.instant()), caseNumber.value())
                        .update()
                > 0;
    }
}
