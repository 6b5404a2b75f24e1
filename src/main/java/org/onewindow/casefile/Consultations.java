package org.onewindow.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.catalog.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other departments are asked about a case (会办), and their opinions. To ask does not stop the clock: 征求意见 is not in
 * 行政许可法 art. 45. Nothing is decided while a department has not answered.
 */
@Service
@Transactional
public class Consultations {

    private static final String SELECT = """
            select c.*, a.outcome, a.opinion, a.actor, a.at from consultation c
                left join consultation_answer a on a.consultation = c.id
            where\s""";

    private final JdbcClient jdbc;
    private final CaseLock lock;
    private final Clock clock;

    Consultations(JdbcClient jdbc, CaseLock lock, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.clock = clock;
    }

    /** What came of a consultation. */
    public enum Outcome implements Coded {
        AGREE("agree", "同意"),
        AGREE_WITH_CONDITIONS("agree-with-conditions", "有条件同意"),
        DISAGREE("disagree", "不同意"),
        /** Whoever asked needs no answer any more. */
        CANCELLED("cancelled", "已取消"),
        /** The applicant took the application back meanwhile. */
        WITHDRAWN("withdrawn", "申请人撤件");

        private final String code;
        private final String label;

        Outcome(String code, String label) {
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

    /** @param opinion the reason, where it was cancelled */
    public record Answer(Outcome outcome, String opinion, String actor, Instant at) {}

    /**
     * @param department that is asked
     * @param dueOn the day by which the answer is wanted
     */
    public record Consultation(
            long id,
            CaseNumber caseNumber,
            String department,
            String question,
            LocalDate dueOn,
            String askedBy,
            Optional<Answer> answer) {}

    /**
     * Asks a department.
     *
     * @return the consultation's id
     * @throws RefusedInput if it has been asked already and has not answered
     */
    public long ask(CaseNumber caseNumber, String department, String question, LocalDate dueOn, String askedBy) {
        lock.state(caseNumber);
        if (open(caseNumber).stream().anyMatch(asked -> asked.department().equals(department))) {
            throw new RefusedInput("department", "已经请这个部门会办，尚未答复，请等答复后再提");
        }
        return jdbc.sql("""
                        insert into consultation (case_number, department, question, due_on, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(caseNumber.value(), department, question, dueOn, askedBy, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Consultation require(long id) {
        return jdbc.sql(SELECT + "c.id = ?")
                .param(id)
                .query((row, n) -> consultation(row))
                .single();
    }

    /** All of a case, the first first. */
    @Transactional(readOnly = true)
    public List<Consultation> of(CaseNumber caseNumber) {
        return jdbc.sql(SELECT + "c.case_number = ? order by c.id")
                .param(caseNumber.value())
                .query((row, n) -> consultation(row))
                .list();
    }

    /** Those without an answer. */
    @Transactional(readOnly = true)
    public List<Consultation> open(CaseNumber caseNumber) {
        return of(caseNumber).stream().filter(asked -> asked.answer().isEmpty()).toList();
    }

    /**
     * Writes what came of a consultation.
     *
     * @throws RefusedInput if it has been answered or cancelled
     */
    public void end(long id, Outcome outcome, String opinion, String actor) {
        int written = jdbc.sql("""
                        insert into consultation_answer (consultation, outcome, opinion, actor, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, outcome.code(), opinion, actor, Timestamp.from(clock.instant()))
                .update();
        if (written == 0) {
            throw new RefusedInput("这项会办已经答复或者取消，请刷新页面");
        }
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        return new Consultation(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("department"),
                row.getString("question"),
                row.getObject("due_on", LocalDate.class),
                row.getString("asked_by"),
                row.getString("outcome") == null ? Optional.empty() : Optional.of(answer(row)));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                Coded.of(Outcome.class, row.getString("outcome")),
                row.getString("opinion"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant());
    }
}
