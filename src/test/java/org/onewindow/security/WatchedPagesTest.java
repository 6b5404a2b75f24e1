package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.supervision.StepWaits;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Cockpit holds beside models, cases and failed jobs: who opens it, what it says, and what may be done there. */
@HallTest
class WatchedPagesTest {

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StepWaits waits;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;

    @BeforeEach
    void acceptAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.accepted();
    }

    @ParameterizedTest
    @CsvSource({
        "models,    fengxue, 200", "models,    admin, 200", "models,    heming, 200", "models,    guowei, 403",
        "models,    zhaogang, 403", "models,    zhangmin, 403", "cases,     fengxue, 200", "cases,     admin, 403",
        "cases,     guowei, 200", "cases,     mali, 403", "cases,     heming, 403", "cases,     zhaogang, 403",
        "instances, fengxue, 200", "instances, heming, 403", "instances, mali, 403", "incidents, fengxue, 200",
        "incidents, admin, 200", "incidents, guowei, 403", "incidents, heming, 403", "search,    fengxue, 200",
        "search,    guowei, 200", "search,    heming, 403", "search,    zhaogang, 403"
    })
    void whoOpensWhat(String page, String account, int status) {
        var visitor = loggedIn(account);
        var answer = visitor.getPage(path(page));
        if (answer.statusCode() == 302) {
            answer = visitor.getPage(
                    answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", ""));
        }
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"models", "cases", "instances", "incidents", "search"})
    void withoutALoginNothingOpens(String page) {
        assertThat(Visitor.anonymous(port).getPage(path(page)).statusCode()).isEqualTo(401);
    }

    private String path(String page) {
        return switch (page) {
            case "models" -> model();
            case "cases" -> casePage();
            case "instances" -> "/supervision/instances/" + permit.frontDesk().getId();
            default -> "/supervision/" + page;
        };
    }

    private String model() {
        return "/supervision/models/" + Visitor.encoded(permit.item().getProcessDefinitionId());
    }

    private String casePage() {
        return "/supervision/cases/" + permit.number();
    }

    @Test
    void aStepWaitsInWorkingDaysAndBreaksThePromiseThatRunsOutThere() {
        var definition = permit.item().getProcessDefinitionId();
        var before = waits.of(definition, hall.today()).get("task_handle");
        hall.at("2026-03-12T09:00"); // the promise ran out on the 11th
        way.handles(permit);
        var handled = waits.of(definition, hall.today()).get("task_handle");
        assertThat(handled.count()).isEqualTo(before == null ? 1 : before.count() + 1);
        assertThat(handled.broken()).isEqualTo(before == null ? 1 : before.broken() + 1);
        assertThat(jdbc.sql("select days from step_wait where definition = ? and activity = 'task_handle' and broken"
                                + " union all select days from step_wait_count where definition = ? and"
                                + " activity = 'task_handle' and broken > 0")
                        .params(definition, definition)
                        .query(Integer.class)
                        .list())
                .contains(8);
    }

    @Test
    void countingTogetherChangesNoFigure() {
        way.handles(permit);
        var definition = permit.item().getProcessDefinitionId();
        var before = waits.of(definition, hall.today()).get("task_handle");
        waits.rollUp();
        var after = waits.of(definition, hall.today()).get("task_handle");
        assertThat(after.count()).isEqualTo(before.count()).isPositive();
        assertThat(after.average()).isEqualTo(before.average());
        assertThat(jdbc.sql("select count(*) from step_wait")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theDaysOfASpecialProcedureBelongToTheProcedure() {
        var definition = permit.item().getProcessDefinitionId();
        waits.rollUp();
        way.startsSpecialProcedure(permit, "专家评审", 5);
        hall.at("2026-03-09T10:00");
        way.endsSpecialProcedure(permit);
        hall.at("2026-03-10T10:00");
        way.handles(permit);
        assertThat(days(definition, "task_handle")).containsExactly(1);
        assertThat(jdbc.sql("select days from step_wait where activity = 'task_endSpecialProcedure'")
                        .query(Integer.class)
                        .list())
                .containsExactly(5);
    }

    private List<Integer> days(String definition, String activity) {
        return jdbc.sql("select days from step_wait where definition = ? and activity = ?")
                .params(definition, activity)
                .query(Integer.class)
                .list();
    }

    @Test
    void theModelShowsWhereCasesWait() {
        var page = loggedIn("heming").getPage(model()).body();
        assertThat(page).contains("公共场所卫生许可", "承办", "平均等待", "各版本", "<svg", "前台受理");
        assertThat(page).doesNotContain(permit.number().value());
    }

    @Test
    void theCasePageSaysWhatTheEngineWillDo() {
        var page = loggedIn("fengxue").getPage(casePage()).body();
        assertThat(page).contains("时限时间线", "承诺时限将至（到期日 2026-03-11）", "2026-03-11 17:00 前", "待认领：", "受理通知书", "核验材料：受理");
    }

    @Test
    void aFinishedCaseHasAPageToo() {
        way.handles(permit);
        way.checks(permit);
        way.reviews(permit, "agree");
        way.decides(permit, "grant");
        way.makesCertificate(permit);
        way.receivesResult(permit);
        way.issues(permit);
        var page = loggedIn("fengxue").getPage(casePage()).body();
        assertThat(page).contains("系统也没有后续自动办理事项", "送达期限", "出件");
        assertThat(waits.of(permit.item().getProcessDefinitionId(), hall.today()))
                .containsKey("item_public-health-permit");
    }

    @Test
    void aReminderReachesWhoeverHasTheTaskOnceADay() {
        hall.as("zhaogang").claim(permit, "task_handle");
        var supervisor = loggedIn("fengxue");
        var form = Map.of("task", permit.task().getId(), "text", "请于今天办结。");
        assertThat(post(supervisor, "/reminders", form)).isEqualTo(302);
        assertThat(post(supervisor, "/reminders", form)).isEqualTo(422);
        assertThat(loggedIn("zhaogang").getPage("/cases/" + permit.number()).body())
                .contains("催办：承办", "请于今天办结。", "冯雪");
    }

    @ParameterizedTest
    @CsvSource({"guowei, 302", "fengxue, 302", "admin, 403", "mali, 403", "zhaogang, 403", "heming, 403"})
    void whoMayRemark(String account, int status) {
        assertThat(post(loggedIn(account), "/remarks", Map.of("text", "请注意核对面积。")))
                .isEqualTo(status);
        assertThat(jdbc.sql("select count(*) from case_remark where case_number = ?")
                        .param(permit.number().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(status == 302 ? 1 : 0);
    }

    @Test
    void whatWasSaidStaysOnRecord() {
        post(loggedIn("fengxue"), "/remarks", Map.of("text", "请注意核对面积。"));
        assertThatThrownBy(() -> jdbc.sql("delete from case_remark").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void anEmptyRemarkIsRefused() {
        assertThat(post(loggedIn("fengxue"), "/remarks", Map.of("text", " "))).isEqualTo(422);
    }

    @Test
    void aFailedJobIsToldInWordsAndTriedAgainByAnAdministratorAlone() {
        var job = breakTheTimer();
        var page = loggedIn("fengxue").getPage("/supervision/incidents");
        assertThat(page.body())
                .contains(permit.number().value(), "公共场所卫生许可", "由系统管理员重试")
                .doesNotContain("Exception");
        var retry = "/supervision/incidents/" + job.getId() + "/retries";
        assertThat(postTo(loggedIn("fengxue"), retry, Map.of())).isEqualTo(403);
        assertThat(postTo(loggedIn("admin"), retry, Map.of())).isEqualTo(302);
        assertThat(job(job.getId()).getRetries()).isPositive();
        assertThat(postTo(loggedIn("admin"), retry, Map.of())).isEqualTo(422);
    }

    @Test
    void whoMayNotOpenTheFaultsIsNotSentThere() {
        breakTheTimer();
        var link = "/supervision/incidents";
        assertThat(loggedIn("fengxue").getPage(casePage()).body()).contains("预警或登记超期：", link);
        assertThat(loggedIn("guowei").getPage(casePage()).body())
                .contains("预警或登记超期：", "由系统管理员重试")
                .doesNotContain(link);
    }

    /** A ledger that contradicts itself: the watch fails until somebody mends it. */
    private Job breakTheTimer() {
        var management = hall.engine().getManagementService();
        var job = management
                .createJobQuery()
                .processInstanceId(permit.item().getId())
                .activityId("event_deadlineNears")
                .singleResult();
        management.setJobRetries(job.getId(), 1);
        jdbc.sql("update act_ru_execution set business_key_ = '0' where id_ = ?")
                .param(permit.item().getId())
                .update();
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failed) {
            // as intended
        } finally {
            jdbc.sql("update act_ru_execution set business_key_ = ? where id_ = ?")
                    .params(permit.number().value(), permit.item().getId())
                    .update();
        }
        assertThat(job(job.getId()).getRetries()).isZero();
        return job;
    }

    private Job job(String id) {
        return hall.engine().getManagementService().createJobQuery().jobId(id).singleResult();
    }

    private int post(Visitor visitor, String what, Map<String, String> fields) {
        return postTo(visitor, casePage() + what, fields);
    }

    /** Supervisors, designers and administrators work in Cockpit, all others in Tasklist. */
    private Visitor loggedIn(String account) {
        return Visitor.loggedIn(
                port, account, List.of("fengxue", "heming", "admin").contains(account) ? "cockpit" : "tasklist");
    }

    private static int postTo(Visitor visitor, String path, Map<String, String> fields) {
        var body = new ArrayList<String>();
        body.add("_csrf=" + Visitor.encoded(visitor.takeCaseToken()));
        fields.forEach((name, value) -> body.add(name + "=" + Visitor.encoded(value)));
        return visitor.sendForm(path, String.join("&", body).getBytes(StandardCharsets.UTF_8))
                .statusCode();
    }
}
