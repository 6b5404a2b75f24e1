package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseStep;
import org.onewindow.deadline.CalendarLoading;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a change of the calendar takes with many open cases:
 * {@code mvn test -Dtest=CalendarChangeBenchmark -Dbenchmark.cases=100000}. All of them are received at the end of 2026 and
 * reach into 2027.
 */
@HallTest
@TestPropertySource(properties = "onewindow.calendar.cases-at-once=500")
class CalendarChangeBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarChangeBenchmark.class);
    private static final int CASES = Integer.getInteger("benchmark.cases", 100_000);
    private static final int THROUGH_THE_ENGINE = 500;
    private static final String READ = """
            select f.item_code, f.item_name, c.*, e.* from case_file f join case_clock c on c.case_number = f.case_number
            left join clock_event e on e.case_number = f.case_number where f.closed_at is null
            order by f.case_number, e.id""";

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private JdbcClient client;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CalendarLoading loading;

    @Autowired
    private ClockLedger ledger;

    @Autowired
    private ApplicationEventPublisher events;

    @LocalServerPort
    private int port;

    @Test
    void measure() {
        fill();
        var year = CalendarRequests.newYear(2027, 3);
        var file = year.getBytes(StandardCharsets.UTF_8);
        var administrator = new CalendarRequests(port, "admin");
        for (int round = 1; round <= 3; round++) {
            var read = time("plain read", this::read);
            var preview =
                    time("preview", () -> loading.preview(2027, file).moves().size());
            LOG.info("preview / plain read {}", ratio(preview, read));
            time(
                    "preview over HTTP",
                    () -> administrator.preview(2027, year).body().at("/casesMoved"));
        }
        time(THROUGH_THE_ENGINE + " cases through the engine's interface", this::throughTheEngine);
        var read = time("plain read", this::read);
        var rows = time("plain write of the same rows", this::write);
        var apply = time("apply", () -> {
            var id = administrator.load(2027, year).body().at("/id").asLong();
            assertThat(id).isPositive();
            for (int i = 0; i < 1000 && !administrator.change(id).body().has("finishedAt"); i++) {
                pause();
            }
            return administrator.change(id).body();
        });
        LOG.info("apply / (plain read + plain write) {}", ratio(apply, read.plus(rows)));
        assertThat(wrong()).as("tasks that are still due by the old calendar").isZero();
    }

    private int read() {
        return transaction.execute(status -> {
            jdbc.setFetchSize(5000);
            var rows = new int[1];
            jdbc.query(READ, row -> {
                rows[0]++;
            });
            jdbc.setFetchSize(-1);
            return rows[0];
        });
    }

    /** Every engine row that has a date, written once and taken back. */
    private int write() {
        return transaction.execute(status -> {
            int rows = 0;
            for (var table : List.of("act_ru_job set duedate_ = duedate_", "act_ru_task set due_date_ = due_date_")) {
                rows += jdbc.update("update " + table + ", rev_ = rev_ + 1");
            }
            status.setRollbackOnly();
            return rows;
        });
    }

    private int throughTheEngine() {
        var numbers = client.sql("select case_number from case_file where closed_at is null order by 1 desc limit ?")
                .param(THROUGH_THE_ENGINE)
                .query(String.class)
                .list();
        return transaction.execute(status -> {
            for (var number : numbers) {
                var caseNumber = new CaseNumber(number);
                events.publishEvent(
                        new ClockMoved(caseNumber, Optional.empty(), CaseStep.SYSTEM, ledger.today(caseNumber), true));
            }
            return numbers.size();
        });
    }

    private int wrong() {
        return client.sql("select count(*) from act_ru_task where due_date_ = '2027-01-06 17:00'")
                .query(Integer.class)
                .single();
    }

    private void fill() {
        hall.openOn("2026-12-28T09:00");
        var templates = templates();
        int copies = CASES / templates.size();
        client.sql("create table copies (template text, number text, k integer)")
                .update();
        for (var template : templates) {
            var rows = new ArrayList<Object[]>();
            for (int k = 1; k < copies; k++) {
                rows.add(new Object[] {template, number(rows.size() + 1, templates.indexOf(template)), k});
            }
            jdbc.batchUpdate("insert into copies values (?, ?, ?)", rows);
        }
        client.sql("create index on copies (template)").update();
        time("fill", this::copy);
        jdbc.execute("vacuum analyze");
    }

    private List<String> templates() {
        var way = new PermitWay(hall);
        var permits = new ArrayList<Hall.ReceivedCase>();
        for (int i = 0; i < 4; i++) {
            permits.add(way.received());
            permits.add(way.accepted());
            permits.add(way.accepted());
            permits.add(way.checked());
            permits.add(way.reviewed());
            permits.add(way.readyForIssuance());
        }
        way.startsSpecialProcedure(permits.get(1), "检测", 5);
        way.asksForExtension(permits.get(2), 5);
        hall.as("zhangmin")
                .submit(
                        permits.get(0),
                        "task_verifyMaterials",
                        Forms.correct(permits.get(0), Map.of("floor-plan", "未标明面积")));
        return permits.stream().map(permit -> permit.number().value()).toList();
    }

    private static String number(int sequence, int template) {
        var digits = "15020320261" + (200 + template) + "%06d".formatted(sequence);
        for (int check = 0; check < 10; check++) {
            var number = CaseNumber.parse(digits + check);
            if (number.isPresent()) {
                return number.get().value();
            }
        }
        throw new IllegalStateException(digits);
    }

    private int copy() {
        String number = "c.number";
        copy("case_file", "t.case_number", Map.of("case_number", number, "result_number", "null"), "");
        copy("case_party", "t.case_number", Map.of("case_number", number), "");
        copy("case_clock", "t.case_number", Map.of("case_number", number), "");
        copy("clock_event", "t.case_number", Map.of("case_number", number), "t.id");
        String instance = "(select e.business_key_ from act_ru_execution e where e.id_ = t.%s)";
        copy(
                "act_ru_execution",
                instance.formatted("proc_inst_id_"),
                Map.of(
                        "id_", id("id_"),
                        "root_proc_inst_id_", id("root_proc_inst_id_"),
                        "proc_inst_id_", id("proc_inst_id_"),
                        "parent_id_", id("parent_id_"),
                        "super_exec_", id("super_exec_"),
                        "business_key_", "case when t.business_key_ is null then null else c.number end"),
                "t.parent_id_ nulls first");
        var task = Map.of("id_", id("id_"), "execution_id_", id("execution_id_"), "proc_inst_id_", id("proc_inst_id_"));
        copy("act_ru_task", instance.formatted("proc_inst_id_"), task, "");
        copy(
                "act_ru_variable",
                instance.formatted("proc_inst_id_"),
                Map.of(
                        "id_", id("id_"),
                        "execution_id_", id("execution_id_"),
                        "proc_inst_id_", id("proc_inst_id_"),
                        "task_id_", id("task_id_"),
                        "var_scope_", id("var_scope_"),
                        "text_", "case t.name_ when 'caseNumber' then c.number else t.text_ end"),
                "");
        return copy(
                "act_ru_job",
                instance.formatted("process_instance_id_"),
                Map.of(
                        "id_", id("id_"),
                        "execution_id_", id("execution_id_"),
                        "process_instance_id_", id("process_instance_id_")),
                "");
    }

    private static String id(String column) {
        return "t." + column + " || '-' || c.k";
    }

    private int copy(String table, String caseNumber, Map<String, String> changed, String order) {
        var columns = client.sql("""
                        select column_name from information_schema.columns where table_schema = 'public'
                        and table_name = ? and is_identity = 'NO' order by ordinal_position""").param(table).query(String.class).list();
        var values = columns.stream()
                .map(column -> changed.getOrDefault(column, "t." + column))
                .toList();
        var names = String.join(", ", columns);
        return client.sql("insert into " + table + " (" + names + ") select " + String.join(", ", values) + " from "
                        + table + " t join copies c on c.template = " + caseNumber
                        + (order.isEmpty() ? "" : " order by c.k, " + order))
                .update();
    }

    private static <T> Duration time(String name, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        LOG.info("{}: {} ms ({})", name, took.toMillis(), result);
        return took;
    }

    private static String ratio(Duration one, Duration other) {
        return "%.2f".formatted((double) one.toNanos() / other.toNanos());
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
