package org.onewindow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.background.Completion;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockBook;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.supervision.StepWait;
import org.onewindow.supervision.StepWaits;
import org.onewindow.supervision.StepWaits.Ended;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the waits of the steps that were taken before waits were written down: after an update, beside the hall's work. When a
 * task opened was not kept; it is taken to have opened with the end of the step before it.
 */
@Component
public class WaitCompletion implements Completion {

    private static final int CASES_AT_ONCE = 200;

    /** Steps of the stages, by the model that they belong to; all others are the item's. */
    private static final Map<String, String> MODELS = Map.of(
            StageTasks.VERIFY_MATERIALS,
            StageTasks.FRONT_DESK,
            StageTasks.REGISTER_CORRECTION,
            StageTasks.FRONT_DESK,
            "task_deemAccepted",
            StageTasks.FRONT_DESK,
            "task_lapseCase",
            StageTasks.FRONT_DESK,
            StageTasks.RECEIVE_RESULT,
            StageTasks.ISSUANCE,
            "task_handOverMissing",
            StageTasks.ISSUANCE,
            StageTasks.ISSUE_RESULT,
            StageTasks.ISSUANCE);
    /** The tasks that timers ended, by the step that they put on record. */
    private static final Map<String, String> INTERRUPTED =
            Map.of("task_deemAccepted", StageTasks.VERIFY_MATERIALS, "task_lapseCase", "task_registerCorrection");
    /** What runs beside a case begins when somebody asks for it, not with the end of another step: it is not made up. */
    private static final String[] BESIDE = {"task_endSpecialProcedure", "task_approveExtension", "task_superviseOverrun"
    };

    private final JdbcClient jdbc;
    private final StepWaits waits;
    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WaitCompletion(
            JdbcClient jdbc,
            StepWaits waits,
            ClockLedger ledger,
            OfficeCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.waits = waits;
        this.ledger = ledger;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Step(
            CaseNumber caseNumber,
            String step,
            Instant at,
            Instant before,
            boolean closes,
            Optional<String> definition) {}

    @Override
    public String name() {
        return "step-waits";
    }

    @Override
    public int complete() {
        int all = 0;
        int counted = next();
        while (counted > 0) {
            all += counted;
            waits.rollUp();
            counted = next();
        }
        return all;
    }

    /** Some cases; one node at a time, as the row is locked. */
    private int next() {
        return transaction.execute(status -> {
            var mark = jdbc.sql("select last_case, last_step from step_wait_completion for update")
                    .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                    .single();
            if (mark.getValue() == 0) {
                return 0;
            }
            var numbers = jdbc.sql(
                            "select case_number from case_file where case_number > ? order by case_number limit ?")
                    .params(mark.getKey(), CASES_AT_ONCE)
                    .query(String.class)
                    .list();
            if (numbers.isEmpty()) {
                jdbc.sql("update step_wait_completion set last_step = 0").update();
                return 0;
            }
            count(numbers, mark.getValue());
            jdbc.sql("update step_wait_completion set last_case = ?")
                    .param(numbers.get(numbers.size() - 1))
                    .update();
            return numbers.size();
        });
    }

    /** Writes down the waits of some cases up to a step. */
    void count(List<String> numbers, long lastStep) {
        var ended = new ArrayList<Ended>();
        CaseNumber open = null;
        ClockBook book = null;
        for (var step : steps(numbers, lastStep)) {
            if (!step.caseNumber().equals(open)) {
                open = step.caseNumber();
                book = ledger.book(open);
            }
            var earlier = book;
            step.definition().ifPresent(definition -> {
                ended.add(new Ended(definition, activity(step), day(step.at()), waited(step, earlier)));
                if (step.closes()) {
                    closed(step, step.caseNumber()).ifPresent(ended::add);
                }
            });
        }
        waits.write(ended);
    }

    /** Each step with the end of the one before it; alarms are none. */
    private List<Step> steps(List<String> numbers, long lastStep) {
        return jdbc.sql("""
                        select s.case_number, s.step, s.at, coalesce(lag(s.at) over w, f.received_at) as before,
                            f.closed_at is not null and row_number() over w = count(*) over (partition by s.case_number)
                                as closes,
                            (select p.id_ from act_re_procdef p join act_re_deployment d on d.id_ = p.deployment_id_
                                left join item_deployment i on i.deployment_id = d.id_
                                where p.key_ = coalesce(m.model, 'item_' || f.item_code)
                                    and (m.model is not null or i.publication = f.item_publication
                                        or f.item_publication is null)
                                order by d.deploy_time_ > s.at, p.version_ desc limit 1) as definition
                        from case_step s join case_file f on f.case_number = s.case_number
                            left join unnest(?::text[], ?::text[]) as m (step, model) on m.step = s.step
                        where s.case_number = any (?) and s.id <= ? and s.step like 'task\\_%'
                            and s.step <> all (?)
                        window w as (partition by s.case_number order by s.id) order by s.case_number, s.id""")
                .params(
                        MODELS.keySet().stream().sorted().toArray(String[]::new),
                        MODELS.keySet().stream().sorted().map(MODELS::get).toArray(String[]::new),
                        numbers.toArray(String[]::new),
                        lastStep,
                        BESIDE)
                .query((row, n) -> step(row))
                .list();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                new CaseNumber(row.getString("case_number")),
                row.getString("step"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("before").toInstant(),
                row.getBoolean("closes"),
                Optional.ofNullable(row.getString("definition")));
    }

    private static String activity(Step step) {
        return INTERRUPTED.getOrDefault(step.step(), step.step());
    }

    /** By what the ledger said before the step entered anything. */
    private StepWait waited(Step step, ClockBook book) {
        var then = new ClockBook(
                book.rules(),
                book.entries().stream()
                        .filter(entry -> entry.recordedAt().isBefore(step.at()))
                        .toList());
        return StepWait.of(
                then.asOf(day(step.at()), calendar.current()),
                calendar.current(),
                day(step.before()),
                day(step.at()),
                INTERRUPTED.containsKey(step.step()),
                false);
    }

    private Optional<Ended> closed(Step step, CaseNumber caseNumber) {
        var state = ledger.today(caseNumber);
        return item(caseNumber).flatMap(definition -> state.decidedOn()
                .map(decided -> new Ended(
                        definition.id(),
                        definition.key(),
                        day(step.at()),
                        new StepWait(
                                state.used(),
                                state.promisedDue().filter(decided::isAfter).isPresent()))));
    }

    private record Model(String id, String key) {}

    /** The item's model under which a case was received. */
    private Optional<Model> item(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select p.id_ as id, p.key_ as key from case_file f join item_deployment i on i.publication = f.item_publication
                            join act_re_procdef p on p.deployment_id_ = i.deployment_id
                        where f.case_number = ? order by p.version_ desc limit 1""").param(caseNumber.value()).query(Model.class).optional();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
