package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who opens the page 时限说明 of a case, and who puts its ledger right there. */
@HallTest
class CaseClockPageTest {

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    private ReceivedCase permit;

    /** The fourth entry, the end of the special procedure, is the one with the wrong date. */
    @BeforeEach
    void receiveACase() {
        hall.openOn(Hall.MONDAY);
        var way = new PermitWay(hall);
        permit = way.accepted();
        hall.at("2026-03-05T10:00");
        way.startsSpecialProcedure(permit, "检验", 5);
        hall.at("2026-03-16T10:00");
        way.endsSpecialProcedure(permit);
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, 200",
        "zhaogang, 200",
        "sunjie, 200",
        "guowei, 200",
        "wangfang, 200",
        "fengxue, 200",
        "liuyang, 403",
        "wujing, 403",
        "mali, 403",
        "heming, 403",
        "admin, 403"
    })
    void onlyThoseConcernedOpenThePage(String account, int expected) {
        var answer = page(loggedIn(account));
        assertThat(answer.statusCode()).isEqualTo(expected);
        assertThat(answer.body()).contains(expected == 200 ? "时限说明" : "没有权限");
        assertThat(answer.body()).doesNotContain("李建国");
        assertThat(answer.body().contains("冲正这条记录")).isEqualTo(account.equals("guowei"));
    }

    @Test
    void whoeverIsNotLoggedInIsToldToLogInFirst() {
        var answer = page(Visitor.anonymous(port));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("请先登录", "href=\"/camunda/app/tasklist/\"")
                .doesNotContain("检验");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void whoLoggedOutIsToldToLogIn() {
        var handler = loggedIn("zhaogang");
        assertThat(page(handler).statusCode()).isEqualTo(200);
        handler.send("POST", "/camunda/api/admin/auth/user/default/logout", "application/json", new byte[0]);
        assertThat(page(handler).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/150203202001010000011/clock", "/cases/12/clock"})
    void anUnknownCaseIsAChinesePage(String path) {
        var answer = html(loggedIn("zhaogang"), path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到这个页面");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /cases",
        "GET, /cases/{number}/clock/",
        "GET, /cases/{number}/clock/reversals",
        "PUT, /cases/{number}/clock",
        "DELETE, /cases/{number}/clock",
        "POST, /cases/{number}/clock"
    })
    void nothingElseIsOfferedThere(String method, String path) {
        var head = loggedIn("guowei");
        var answer = head.send(method, path.replace("{number}", permit.number().value()), null, new byte[0]);
        assertThat(answer.statusCode()).isIn(403, 404, 405);
    }

    @Test
    void thePageForbidsScriptsFramesAndForeignContent() {
        var answer = page(loggedIn("zhaogang"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'self'", "form-action 'self'"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.body()).doesNotContainPattern("<script|style=|onclick");
    }

    @Test
    void theHeadPutsAWrongDateRight() {
        var head = loggedIn("guowei");
        var answer = reverse(head, "4", "检验报告于3月12日送达", "2026-03-12");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/cases/" + permit.number() + "/clock"));
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 3, 18));
        assertThat(page(head).body()).contains("更正第4条", "已冲正", "检验报告于3月12日送达", "2026-03-18");
        assertThat(permit.ledger()).last().satisfies(entry -> assertThat(entry.recordedBy())
                .isEqualTo("guowei"));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 误, 2026-03-12, 请填写冲正理由",
        "4, '', 2026-03-12, 请填写冲正理由",
        "4, 登记有误, 2026-03-17, 不能晚于今天",
        "4, 登记有误, 2026-03-16, 与原记录相同",
        "4, 登记有误, 昨天, 请重新填写",
        "4, 登记有误, 2026-03-04, 早于前一事件",
        "4, 登记有误, '', 与办理流程不一致",
        "2, 误受理, '', 只能冲正特别程序和延期的记录",
        "99, 登记有误, '', 只能冲正特别程序和延期的记录"
    })
    void aRefusalIsShownAndNothingTypedIsLost(String entry, String reason, String date, String message) {
        var before = permit.ledger();
        var answer = reverse(loggedIn("guowei"), entry, reason, date);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(message);
        if (entry.equals("4")) {
            assertThat(answer.body()).contains(">" + reason + "</textarea>").contains("value=\"" + date + "\"");
        }
        assertThat(permit.ledger()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhangmin", "zhaogang", "sunjie", "zhoutao", "wangfang", "fengxue", "mali", "liuyang"})
    void nobodyElsePutsAnythingRight(String account) {
        var before = permit.ledger();
        var answer = reverse(loggedIn(account), "4", "检验报告于3月12日送达", "2026-03-12");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("没有权限");
        assertThat(permit.ledger()).isEqualTo(before);
    }

    @Test
    void nobodyReversesWithoutLogin() {
        var before = permit.ledger();
        var answer = reverse(Visitor.anonymous(port), "4", "检验报告于3月12日送达", "2026-03-12");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("请先登录");
        assertThat(permit.ledger()).isEqualTo(before);
    }

    @Test
    void aForeignPageReversesNothing() {
        var before = permit.ledger();
        var head = loggedIn("guowei");
        page(head);
        var answer = post(head, "guessed", "4", "检验报告于3月12日送达", "2026-03-12");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(permit.ledger()).isEqualTo(before);
    }

    @Test
    void theFormBringsItsToken() {
        var head = loggedIn("guowei");
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(page(head).body());
        assertThat(token.find()).isTrue();
        assertThat(post(head, token.group(1), "4", "检验报告于3月12日送达", "2026-03-12").statusCode())
                .isEqualTo(302);
    }

    private Visitor loggedIn(String account) {
        boolean works = !List.of("fengxue", "admin", "heming").contains(account);
        return Visitor.loggedIn(port, account, works ? "tasklist" : "cockpit");
    }

    private HttpResponse<String> page(Visitor visitor) {
        return html(visitor, "/cases/" + permit.number() + "/clock");
    }

    private static HttpResponse<String> html(Visitor visitor, String path) {
        return visitor.getPage(path);
    }

    /** With a token that is sound, so that only the role decides. */
    private HttpResponse<String> reverse(Visitor visitor, String entry, String reason, String date) {
        return post(visitor, visitor.takeCaseToken(), entry, reason, date);
    }

    private HttpResponse<String> post(Visitor visitor, String token, String entry, String reason, String date) {
        var form = Map.of("_csrf", token, "entry", entry, "reason", reason, "date", date).entrySet().stream()
                .map(field -> field.getKey() + "=" + Visitor.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return visitor.sendForm(
                "/cases/" + permit.number() + "/clock/reversals", form.getBytes(StandardCharsets.UTF_8));
    }
}
