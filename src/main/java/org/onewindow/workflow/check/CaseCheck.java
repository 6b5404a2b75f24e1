package org.onewindow.workflow.check;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.LedgerReplay;
import org.onewindow.workflow.check.Finding.Kind;
import org.onewindow.workflow.clock.EngineDeviations;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares ledger, case file and engine case by case (核对), in one read-only transaction that sees one moment. */
public final class CaseCheck {

    private static final int ROWS_AT_ONCE = 5000;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final LedgerReplay replay;
    private final EngineDeviations engine;
    private final Clock clock;

    /** @param application one that has a database and the clock's rules; it need not have an engine */
    CaseCheck(ApplicationContext application) {
        var template = new JdbcTemplate(application.getBean(DataSource.class));
        template.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.snapshot = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.replay = application.getBean(LedgerReplay.class);
        this.engine = application.getBean(EngineDeviations.class);
        this.clock = application.getBean(Clock.class);
    }

    /** How many cases there were; what was found has been told as it was found. */
    public record Extent(long cases, long open) {}

    /**
     * Checks the database that the application uses by the same settings, whether it runs or not.
     *
     * @param settings arguments of Spring Boot, e.g. {@code --spring.profiles.active=production}
     * @throws CannotCheck if there is no such database
     */
    public static Extent run(List<String> settings, Consumer<Finding> findings) {
        try (ConfigurableApplicationContext application = CheckApplication.start(settings)) {
            return new CaseCheck(application).check(findings);
        } catch (DataAccessException | TransactionException e) {
            throw new CannotCheck("无法读取数据库：" + reason(e), e);
        }
    }

    /** The message says why, in Chinese. */
    public static final class CannotCheck extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotCheck(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static String reason(Throwable thrown) {
        var deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage();
    }

    Extent check(Consumer<Finding> findings) {
        return snapshot.execute(status -> {
            // For the few sorts of whole tables; only within this transaction.
            jdbc.getJdbcOperations().execute("set local work_mem = '64MB'");
            Stream.of(EngineRules.ALL, FileRules.ALL, PaperRules.ALL, JobRules.ALL)
                    .flatMap(List::stream)
                    .forEach(rule -> apply(rule, findings));
            var wrong = wrongNumbers();
            wrong.forEach(number ->
                    findings.accept(new Finding(Kind.DISAGREEMENT, number, "办件编号的校验位不对", "与收件凭证核对后，由管理员更正。")));
            new LedgerRules(replay, engine, JdbcClient.create(jdbc), findings).check(wrong, !isCalendarMoving());
            return new Extent(count("true"), count("closed_at is null"));
        });
    }

    private void apply(Rule rule, Consumer<Finding> findings) {
        jdbc.query(rule.broken(), Map.of("now", LocalDateTime.now(clock)), row -> {
            findings.accept(new Finding(rule.kind(), row.getString(1), row.getString(2), rule.remedy()));
        });
    }

    private List<String> wrongNumbers() {
        var wrong = new ArrayList<String>();
        jdbc.query("select case_number from case_file", row -> {
            var number = row.getString(1);
            if (CaseNumber.parse(number).isEmpty()) {
                wrong.add(number);
            }
        });
        return wrong;
    }

    private boolean isCalendarMoving() {
        return jdbc.getJdbcOperations()
                .queryForObject("select exists (select from calendar_change where finished_at is null)", Boolean.class);
    }

    private long count(String condition) {
        return jdbc.getJdbcOperations().queryForObject("select count(*) from case_file where " + condition, Long.class);
    }
}
