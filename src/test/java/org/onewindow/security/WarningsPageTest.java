package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.supervision.WarningCard;
import org.onewindow.supervision.WarningCard.Level;
import org.onewindow.supervision.WarningCard.State;
import org.onewindow.supervision.WarningCards;
import org.onewindow.supervision.WarningQuery;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who opens the pages 警示 and 未送达的消息, and who does what there. */
@HallTest
class WarningsPageTest {

    private static final String PATH = "/supervision/warnings";
    private static final String REASON = "检测机构排队，报告迟到。";

    @Autowired
    private Hall hall;

    @Autowired
    private WarningCards cards;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private ReceivedCase permit;

    /** A yellow and a red card of the health commission. */
    @BeforeEach
    void overrunAPromise() {
        hall.openOn(Hall.MONDAY);
        permit = new PermitWay(hall).accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        hall.at("2026-03-11T17:00");
        hall.runDueTimers(permit);
    }

    @ParameterizedTest
    @CsvSource({
        "guowei, 200, true",
        "mali, 200, false",
        "fengxue, 200, true",
        "admin, 200, true",
        "zhaogang, 403, false",
        "sunjie, 403, false",
        "zhoutao, 403, false",
        "zhangmin, 403, false",
        "wangfang, 403, false",
        "sunli, 403, false",
        "heming, 403, false"
    })
    void aDepartmentSeesItsOwnAndThoseWhoWatchSeeAll(String account, int expected, boolean sees) {
        var answer = loggedIn(account).getPage(PATH + "?show=all");
        assertThat(answer.statusCode()).isEqualTo(expected);
        assertThat(answer.body().contains(permit.number().value())).isEqualTo(sees);
        assertThat(answer.body()).doesNotContain("李建国", "李**");
    }

    @Test
    void whoeverIsNotLoggedInIsToldToLogIn() {
        for (var path : List.of(PATH, "/desk/warnings", "/supervision/messages")) {
            assertThat(Visitor.anonymous(port).getPage(path).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mali", "zhaogang", "zhoutao", "zhangmin", "fengxue", "admin", "heming"})
    void nobodyButTheDepartmentsHeadAnswers(String account) {
        assertThat(post(account, red(), "acknowledgement", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(post(account, red(), "explanation", Map.of("handling", "urged", "text", REASON))
                        .statusCode())
                .isEqualTo(403);
        assertThat(red().state()).isEqualTo(State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guowei", "mali", "zhaogang", "admin", "heming"})
    void nobodyButTheSupervisorJudges(String account) {
        post("guowei", red(), "explanation", Map.of("handling", "urged", "text", REASON));
        assertThat(post(account, red(), "acceptance", Map.of()).statusCode()).isEqualTo(403);
        assertThat(post(account, red(), "return", Map.of("reason", "再说")).statusCode())
                .isEqualTo(403);
        assertThat(red().state()).isEqualTo(State.EXPLAINED);
    }

    @Test
    void nobodyAnswersWithoutLoginOrFromAForeignPage() {
        assertThat(send(Visitor.anonymous(port), red().id(), "acknowledgement", Map.of())
                        .statusCode())
                .isEqualTo(401);
        var head = loggedIn("guowei");
        head.getPage(PATH);
        assertThat(head.sendForm(
                                PATH + "/" + red().id() + "/acknowledgement",
                                "_csrf=guessed".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(red().state()).isEqualTo(State.OPEN);
    }

    @Test
    void theHeadAnswersAndTheSupervisorJudgesOnThePage() {
        var head = loggedIn("guowei");
        assertThat(head.getPage(PATH).body())
                .contains("红牌", "黄牌", "待签收", "赵刚", "承诺时限7个工作日", "href=\"/cases/" + permit.number() + "\"");
        var answer = post("guowei", red(), "acknowledgement?show=all&level=red", Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(place -> assertThat(place)
                .endsWith(PATH + "?show=all&level=red&done=" + red().id()));
        assertThat(post("guowei", red(), "explanation", Map.of("handling", "urged", "text", REASON))
                        .statusCode())
                .isEqualTo(302);
        assertThat(post("fengxue", red(), "return", Map.of("reason", "没有说明何时办结"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(head.getPage(PATH + "?show=sent-back").body())
                .contains("说明被退回", "没有说明何时办结", "冯雪", "已督促限期办结", REASON);
        post("guowei", red(), "explanation", Map.of("handling", "urged", "text", "3月16日前办结。"));
        assertThat(post("fengxue", red(), "acceptance", Map.of()).statusCode()).isEqualTo(302);
        assertThat(red().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aRefusalIsShownAndNothingTypedIsLost() {
        var answer = post("guowei", red(), "explanation", Map.of("text", REASON));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请选择处理结论", ">" + REASON + "</textarea>");
        assertThat(red().state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatSomebodyTypedIsNeverMarkup() {
        post("guowei", red(), "explanation", Map.of("handling", "urged", "text", "<script>alert(1)</script>"));
        assertThat(loggedIn("fengxue").getPage(PATH + "?show=explained").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({"0/acknowledgement, 404", "999999999/explanation, 404", "x/acknowledgement, 400", "1/elsewhere, 404"})
    void whatThereIsNotIsAChinesePage(String place, int expected) {
        var head = loggedIn("guowei");
        var form = "_csrf=" + Visitor.encoded(head.takeCaseToken());
        assertThat(head.sendForm(PATH + "/" + place, form.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(expected);
    }

    @Test
    void addressesWithNonsenseShowWhatIsUsual() {
        assertThat(loggedIn("mali")
                        .getPage(PATH + "?show=x&level=%3Cb%3E&department=health-commission&before=-1")
                        .body())
                .doesNotContain(permit.number().value(), "<b>\"");
    }

    @Test
    void tasklistSaysHowManyWaitForTheHeadAndNothingToTheOthers() {
        int before = count("guowei");
        int elsewhere = count("mali");
        assertThat(before).isGreaterThan(1);
        post("guowei", yellow(), "acknowledgement", Map.of());
        assertThat(count("guowei")).isEqualTo(before - 1);
        int toJudge = count("fengxue");
        post("guowei", red(), "explanation", Map.of("handling", "urged", "text", REASON));
        assertThat(count("guowei")).isEqualTo(before - 2);
        assertThat(count("fengxue")).isEqualTo(toJudge + 1);
        assertThat(count("mali")).as("a department hears of its own").isEqualTo(elsewhere);
        for (var account : List.of("zhaogang", "zhangmin", "heming")) {
            assertThat(loggedIn(account).get("/desk/warnings").body()).isEqualTo("{\"shown\":false,\"count\":0}");
        }
    }

    @Test
    void anAdministratorHasTriedAgainWhatCouldNotBeSent() {
        long id = jdbc.sql("""
                        insert into message (channel, kind, addressee_type, addressee, subject, body, html, created_at,
                            waits_since, next_try, tries, problem, given_up_at)
                        values ('mail', 'card', 'HEADS', 'health-commission', '【红牌】办件', '', '', now(), now(), now(), 9,
                            '邮件没有发出', now()) returning id""").query(Long.class).single();
        var administrator = loggedIn("admin");
        assertThat(administrator.getPage("/supervision/messages").body())
                .contains("昆都仑区卫生健康委员会负责人", "【红牌】办件", "试过9次。邮件没有发出", "电子邮件", "警示牌");
        var form = ("_csrf=" + Visitor.encoded(administrator.takeCaseToken())).getBytes(StandardCharsets.UTF_8);
        assertThat(administrator
                        .sendForm("/supervision/messages/" + id + "/tries", form)
                        .statusCode())
                .isEqualTo(302);
        assertThat(administrator.getPage("/supervision/messages").body())
                .as("it waits for a mail server")
                .contains("没有设置电子邮件，设置后才能发送");
        assertThat(administrator
                        .sendForm("/supervision/messages/" + id + "/tries", form)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyAdministratorsSeeWhatCouldNotBeSent() {
        var page = loggedIn("admin").getPage("/supervision/messages");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("未送达的消息", "没有设置邮件服务器或者消息网关");
        for (var account : List.of("guowei", "fengxue", "zhaogang", "heming")) {
            var visitor = loggedIn(account);
            assertThat(visitor.getPage("/supervision/messages").statusCode())
                    .as(account)
                    .isEqualTo(403);
            var form = "_csrf=" + Visitor.encoded(visitor.takeCaseToken());
            assertThat(visitor.sendForm("/supervision/messages/1/tries", form.getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
    }

    private int count(String account) {
        var count = Pattern.compile("\"count\":(\\d+)")
                .matcher(loggedIn(account).get("/desk/warnings").body());
        assertThat(count.find()).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private WarningCard red() {
        return card(Level.RED);
    }

    private WarningCard yellow() {
        return card(Level.YELLOW);
    }

    private WarningCard card(Level level) {
        var query = new WarningQuery(Optional.empty(), WarningQuery.Show.ALL, Optional.of(level), Optional.empty());
        return cards.list(query, 100).stream()
                .filter(card -> card.caseNumber().equals(permit.number()))
                .findFirst()
                .orElseThrow();
    }

    private Visitor loggedIn(String account) {
        boolean works = !List.of("fengxue", "admin", "heming").contains(account);
        return Visitor.loggedIn(port, account, works ? "tasklist" : "cockpit");
    }

    private HttpResponse<String> post(String account, WarningCard card, String action, Map<String, String> form) {
        return send(loggedIn(account), card.id(), action, form);
    }

    /** With a token that is sound, so that only the role decides. */
    private static HttpResponse<String> send(Visitor visitor, long card, String action, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.put("_csrf", visitor.takeCaseToken());
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + Visitor.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return visitor.sendForm(PATH + "/" + card + "/" + action, body.getBytes(StandardCharsets.UTF_8));
    }
}
