package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onewindow.deadline.ClockAlarm.Kind.PROMISE_NEAR;
import static org.onewindow.deadline.ClockAlarm.Kind.PROMISE_OVERRUN;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onewindow.OneWindow;
import org.onewindow.calendar.OfficeCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Two nodes on one database, in the time of the day: each with its own pool, engine, job executor and calendar. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "onewindow.calendar.cases-at-once=2")
class TwoNodesTest {

    private static final String STRONG = "Lv4!shuiBei-Xi";

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OfficeCalendar calendar;

    @LocalServerPort
    private int port;

    private ConfigurableApplicationContext other;

    @BeforeAll
    void startTheOtherNode(@Autowired JdbcConnectionDetails database) {
        other = SpringApplication.run(
                OneWindow.class,
                "--spring.profiles.active=production",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--ONEWINDOW_DB_URL=" + database.getJdbcUrl(),
                "--ONEWINDOW_DB_USER=" + database.getUsername(),
                "--ONEWINDOW_DB_PASSWORD=" + STRONG,
                "--spring.datasource.password=" + database.getPassword(),
                "--ONEWINDOW_ADMIN_USER=wangwei",
                "--ONEWINDOW_ADMIN_PASSWORD=" + STRONG);
    }

    @AfterAll
    void stopTheOtherNode() {
        other.close();
    }

    @Test
    void aYearThatOneNodeLoadsIsInForceOnTheOther() {
        hall.openOn(LocalDateTime.now().toString());
        var administrator = new CalendarRequests(port, "admin");
        var theirs = other.getBean(OfficeCalendar.class);
        assertThat(theirs.current().years()).doesNotContainKey(2098);
        var change = administrator.load(2098, CalendarRequests.newYear(2098, 3));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> theirs.current().years().containsKey(2098)
                        && calendar.current().years().containsKey(2098));
        await().atMost(Duration.ofSeconds(30)).until(() -> administrator
                .change(change.body().at("/id").asLong())
                .body()
                .has("finishedAt"));
    }

    @Test
    void aTimerThatIsDueFiresOnceOnEitherNode() {
        var now = LocalDateTime.now();
        hall.openOn(now.minusDays(25).withHour(10).toString());
        var way = new PermitWay(hall);
        var permits = List.of(way.accepted(), way.accepted(), way.accepted(), way.accepted(), way.accepted());
        hall.at(now.toString());
        var executors = List.of(hall.engine(), other.getBean(ProcessEngine.class)).stream()
                .map(engine ->
                        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor())
                .toList();
        executors.forEach(executor -> executor.start());
        try {
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(permits)
                    .allSatisfy(permit -> assertThat(permit.alarms()).contains(PROMISE_NEAR, PROMISE_OVERRUN)));
        } finally {
            executors.get(0).shutdown();
        }
        for (var permit : permits) {
            assertThat(permit.alarms()).doesNotHaveDuplicates();
            assertThat(Collections.frequency(permit.stepNames(), "超期")).isEqualTo((int)
                    permit.alarms().stream().filter(alarm -> alarm.isOverrun()).count());
            assertThat(jdbc.sql("select level from warning_card where case_number = ?")
                            .param(permit.number().value())
                            .query(String.class)
                            .list())
                    .doesNotHaveDuplicates()
                    .contains("YELLOW", "RED");
            assertThat(jdbc.sql(
                                    "select count(*) from act_ru_execution where business_key_ = ? and proc_def_id_ like 'supervision_overrun%'")
                            .param(permit.number().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(Collections.frequency(permit.stepNames(), "超期"));
        }
    }
}
