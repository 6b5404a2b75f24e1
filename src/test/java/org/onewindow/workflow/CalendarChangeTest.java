package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.CalendarRequests.Answer;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A year is loaded while cases are open. The setting gives these tests an application and a database of their own: the
 * calendar of the others stays as it is. Each test loads another year.
 */
@HallTest
@TestPropertySource(properties = "onewindow.calendar.cases-at-once=1")
class CalendarChangeTest {

    private static final String WATCH = "event_deadlineNears";

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Tables tables;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private CalendarRequests administrator;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        administrator = new CalendarRequests(port, "admin");
    }

    @Test
    void aNewYearMovesWhatReachesIntoItAndNothingElse() {
        hall.at("2026-11-02T09:00");
        var inside = way.accepted();
        hall.at("2026-12-28T09:00");
        var reaching = way.accepted();
        assertThat(reaching.dates().promisedDue()).contains(LocalDate.of(2027, 1, 6));
        assertThat(reaching.dates().provisional()).isTrue();
        assertThat(reaching.task().getDueDate()).isEqualTo(Timestamp.valueOf("2027-01-06 17:00:00"));
        assertThat(reaching.timer(WATCH)).isEqualTo("2027-01-05T08:30");
        var rowsBefore = engineRows(inside);

        var preview = administrator.preview(2027, CalendarRequests.newYear(2027, 3));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().at("/casesMoved").asInt())
                .isEqualTo(preview.body().at("/cases").size());
        assertThat(moves(preview, reaching))
                .contains("promisedDue 2027-01-06 2027-01-07", "nextAlarm 2027-01-05 2027-01-06");
        assertThat(moves(preview, inside)).isEmpty();

        var change = loaded(2027, CalendarRequests.newYear(2027, 3));
        assertThat(change.body().at("/casesMoved").asInt())
                .isEqualTo(preview.body().at("/casesMoved").asInt());
        assertThat(change.body().at("/loadedBy").asText()).isEqualTo("admin");
        assertThat(reaching.dates().promisedDue()).contains(LocalDate.of(2027, 1, 7));
        assertThat(reaching.dates().provisional()).isFalse();
        assertThat(reaching.task().getDueDate()).isEqualTo(Timestamp.valueOf("2027-01-07 17:00:00"));
        assertThat(reaching.timer(WATCH)).isEqualTo("2027-01-06T08:30");
        assertThat(engineRows(inside)).as("not even written as it was").isEqualTo(rowsBefore);
    }

    @Test
    void aCorrectedYearMovesTasksTimersAndTheStepsThatHaveATimeOfTheirOwn() {
        hall.at("2026-06-01T09:00");
        var accepted = way.accepted();
        var received = way.received();
        var paused = way.accepted();
        way.startsSpecialProcedure(paused, "检测", 5);
        var extension = way.accepted();
        way.asksForExtension(extension, 5);
        assertThat(received.timer("event_noticePeriodLapsed")).isEqualTo("2026-06-08T17:00");

        // 4 June, a Thursday, is off after all.
        var corrected = published2026().replace("holidays:\n", "holidays:\n  - name: 临时放假\n    from: 2026-06-04\n");
        loaded(2026, corrected);
        assertThat(accepted.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-06-11 17:00:00"));
        assertThat(accepted.timer(WATCH)).isEqualTo("2026-06-10T08:30");
        assertThat(received.timer("event_noticePeriodLapsed")).isEqualTo("2026-06-09T17:00");
        assertThat(received.timer(WATCH)).isEqualTo("2026-06-08T08:30");
        assertThat(hall.as("zhaogang").find(paused, "task_endSpecialProcedure").getDueDate())
                .isEqualTo(Timestamp.valueOf("2026-06-09 17:00:00"));
        assertThat(paused.task().getDueDate()).isNull();
        assertThat(hall.as("guowei").find(extension, "task_approveExtension").getDueDate())
                .isEqualTo(Timestamp.valueOf("2026-07-01 17:00:00"));

        hall.at("2026-06-09T17:00");
        assertThat(hall.runDueTimers(received)).contains("event_noticePeriodLapsed");
        loaded(2026, published2026());
        assertThat(accepted.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-06-10 17:00:00"));
    }

    @Test
    void aLedgerThatTheYearContradictsIsNamedAndTheYearRefused() {
        hall.at("2026-08-03T09:00");
        var permit = way.received();
        hall.at("2026-08-10T09:00");
        hall.as("zhangmin")
                .submit(permit, "task_verifyMaterials", Forms.correct(permit, Map.of("floor-plan", "未标明面积")));

        // With Sunday 9 August worked, the notice period would have run out before the notice.
        var corrected = published2026().replace("makeUpWorkdays:\n", "makeUpWorkdays:\n  - date: 2026-08-08\n");
        var preview = administrator.preview(2026, corrected);
        assertThat(preview.body().at("/contradictions/0/caseNumber").asText())
                .isEqualTo(permit.number().value());
        var refused = administrator.load(2026, corrected);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/violations/0/message").asText())
                .contains(permit.number().value(), "先冲正");
        assertThat(permit.dates().noticeDue()).contains(LocalDate.of(2026, 8, 10));
    }

    @Test
    void aFailureHalfwayLeavesEveryCaseWholeAndTheChangeGoesOnLater() {
        hall.at("2027-12-28T09:00");
        var first = way.accepted();
        var second = way.accepted();
        var third = way.accepted();
        // Tasks are the last thing that is written of a case.
        jdbc.sql("create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$")
                .update();
        jdbc.sql("create trigger fail before update on act_ru_task for each row when (old.id_ = '"
                        + second.task().getId() + "') execute function fail()")
                .update();
        var started = administrator.load(2028, CalendarRequests.newYear(2028, 3));
        assertThat(started.status()).isEqualTo(202);
        long id = started.body().at("/id").asLong();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> first.task().getDueDate().equals(Timestamp.valueOf("2028-01-07 17:00:00")));
        await().pollDelay(Duration.ofSeconds(1)).until(() -> administrator
                .change(id)
                .body()
                .at("/lastCase")
                .asText()
                .equals(first.number().value()));
        assertThat(first.timer(WATCH)).isEqualTo("2028-01-06T08:30");
        for (var waiting : List.of(second, third)) {
            assertThat(waiting.task().getDueDate()).isEqualTo(Timestamp.valueOf("2028-01-06 17:00:00"));
            assertThat(waiting.timer(WATCH)).isEqualTo("2028-01-05T08:30");
        }
        assertThat(administrator.load(2028, CalendarRequests.newYear(2028, 4)).status())
                .as("one change at a time")
                .isEqualTo(409);

        jdbc.sql("drop trigger fail on act_ru_task").update();
        var change = finished(id);
        assertThat(change.body().at("/casesMoved").asInt()).isEqualTo(3);
        for (var moved : List.of(first, second, third)) {
            assertThat(moved.task().getDueDate()).isEqualTo(Timestamp.valueOf("2028-01-07 17:00:00"));
            assertThat(moved.timer(WATCH)).isEqualTo("2028-01-06T08:30");
        }
    }

    @Test
    void aPreviewWritesNothing() {
        var permit = way.accepted();
        var corrected = published2026().replace("holidays:\n", "holidays:\n  - name: 临时放假\n    from: 2026-03-04\n");
        var before = tables.contents();
        assertThat(moves(administrator.preview(2026, corrected), permit)).contains("promisedDue 2026-03-11 2026-03-12");
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 3, 11));
    }

    @Test
    void theYearInForceSaysWhereItComesFromAndIsNotLoadedTwice() {
        assertThat(administrator.read(2025).body().has("change")).isFalse();
        var change = loaded(2030, CalendarRequests.newYear(2030, 3));
        var again = administrator.load(2030, CalendarRequests.newYear(2030, 3));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().at("/message").asText()).contains("没有改动");
        assertThat(administrator.read(2030).body().at("/change/id").asLong())
                .isEqualTo(change.body().at("/id").asLong());
    }

    @Test
    void aFileThatIsNoYearIsRefusedWithItsLine() {
        var wrong =
                administrator.preview(2031, CalendarRequests.newYear(2031, 3).replace("2031-01-03", "2030-01-03"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/violations/0/message").asText()).contains("第");
        assertThat(administrator
                        .load(2032, CalendarRequests.newYear(2031, 3))
                        .body()
                        .at("/violations/0/message")
                        .asText())
                .contains("请核对");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zhangmin", "zhoutao", "fengxue", "heming", "baotou"})
    void nobodyButAdministratorsIsLetIn(String account) {
        var visitor = new CalendarRequests(port, account);
        int refused = account.isEmpty() ? 401 : 403;
        var year = CalendarRequests.newYear(2033, 3);
        assertThat(visitor.preview(2033, year).status()).isEqualTo(refused);
        assertThat(visitor.load(2033, year).status()).isEqualTo(refused);
        assertThat(visitor.read(2026).status()).isEqualTo(refused);
        assertThat(visitor.change(1).status()).isEqualTo(refused);
        assertThat(administrator.read(2033).status()).isEqualTo(404);
    }

    private Answer loaded(int year, String yaml) {
        var started = administrator.load(year, yaml);
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        return finished(started.body().at("/id").asLong());
    }

    private Answer finished(long id) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> administrator.change(id), answer -> answer.body().has("finishedAt"));
    }

    private static List<String> moves(Answer preview, ReceivedCase permit) {
        return StreamSupport.stream(preview.body().at("/cases").spliterator(), false)
                .filter(found ->
                        found.at("/caseNumber").asText().equals(permit.number().value()))
                .flatMap(found -> StreamSupport.stream(found.at("/dates").spliterator(), false))
                .map(date -> date.at("/date").asText() + " " + date.at("/from").asText() + " "
                        + date.at("/to").asText())
                .toList();
    }

    /** With the transaction that wrote each row. */
    private List<String> engineRows(ReceivedCase permit) {
        return jdbc.sql("""
                        select t.xmin::text || t::text from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                            where e.business_key_ = :number
                        union all select j.xmin::text || j::text from act_ru_job j
                            join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ = :number""")
                .param("number", permit.number().value())
                .query(String.class)
                .list();
    }

    private static String published2026() {
        try {
            return new ClassPathResource("config/calendar/2026.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
