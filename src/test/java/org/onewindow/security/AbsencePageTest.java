package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.organization.Absences;
import org.onewindow.workflow.AbsenceCover;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.StaffAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 外出与顶岗: people enter their own absences, whoever leads a unit those of its people. */
@HallTest
class AbsencePageTest {

    private static final String HEALTH = "health-commission";
    private static final Set<String> COCKPIT = Set.of("fengxue", "heming", "admin");

    @Autowired
    private Hall hall;

    @Autowired
    private Absences absences;

    @Autowired
    private AbsenceCover cover;

    @Autowired
    private StaffAccounts accounts;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @AfterEach
    void everybodyIsBack() {
        hall.at(Hall.MONDAY);
        var supervisor = accounts.find("fengxue").orElseThrow();
        absences.of(List.of("zhaogang", "sunjie"), "").stream()
                .filter(absence -> !absences.isOver(absence))
                .forEach(absence -> cover.revoke(absence.id(), supervisor));
    }

    @ParameterizedTest
    @CsvSource({
        "zhaogang, health-commission, 200",
        "zhaogang, market-supervision, 403",
        "zhangmin, window-social, 200",
        "zhangmin, health-commission, 403",
        "guowei, health-commission, 200",
        "guowei, window-social, 403",
        "fengxue, health-commission, 200",
        "fengxue, issuance, 200",
        "fengxue, no-such-unit, 403",
        "heming, health-commission, 403",
        "admin, health-commission, 403"
    })
    void aUnitIsOpenToItsPeopleAndToWhoeverLeadsIt(String account, String unit, int status) {
        var visitor = visit(account);
        assertThat(visitor.getPage("/desk/absence?unit=" + unit).statusCode()).isEqualTo(status);
        assertThat(enter(visitor, unit, "zhaogang", "qianwei", "").statusCode()).isEqualTo(status == 200 ? 422 : 403);
        assertThat(revoke(visitor, unit, 0).statusCode()).isEqualTo(status == 200 ? 422 : 403);
    }

    @Test
    void whoIsNotLoggedInSeesNothing() {
        var nobody = Visitor.anonymous(port);
        assertThat(nobody.getPage("/desk/absence").statusCode()).isEqualTo(401);
        assertThat(nobody.get("/desk/absence/shown").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"zhaogang, true", "zhangmin, true", "guowei, true", "fengxue, true", "heming, false"})
    void theEntryStandsWhereItLeadsSomewhere(String account, String shown) {
        assertThat(visit(account).get("/desk/absence/shown").body()).isEqualTo(shown);
    }

    @Test
    void whoGoesAwaySeesWhatTheDeputyHasAndCallsItOff() {
        var permit = new PermitWay(hall).accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        var zhaogang = visit("zhaogang");
        assertThat(enter(zhaogang, HEALTH, "zhaogang", "qianwei", "参加卫生监督培训").statusCode())
                .isEqualTo(302);
        assertThat(zhaogang.getPage("/desk/absence").body()).contains("钱伟", "参加卫生监督培训", "外出中", "顶岗中");
        assertThat(visit("qianwei").getPage("/desk/absence").body()).contains("赵刚", "参加卫生监督培训");
        assertThat(visit("sunjie").getPage("/desk/absence").body()).doesNotContain("参加卫生监督培训");
        assertThat(visit("qianwei").getPage("/cases/" + permit.number()).body())
                .contains("转顶岗（承办）", "赵刚 → 钱伟", "钱伟（代赵刚）");
        assertThat(visit("qianwei")
                        .get("/desk/cards?tasks=" + permit.task().getId())
                        .body())
                .contains("代赵刚");
        var id = absences.today("zhaogang").get(0).id();
        assertThat(revoke(visit("qianwei"), HEALTH, id).body()).contains("只能撤销本人的登记");
        assertThat(revoke(zhaogang, HEALTH, id).statusCode()).isEqualTo(302);
        assertThat(permit.task().getAssignee()).isEqualTo("zhaogang");
        assertThat(zhaogang.getPage("/desk/absence").body()).contains("已撤销");
    }

    @Test
    void nobodyEntersTheAbsenceOfAColleague() {
        assertThat(enter(visit("zhaogang"), HEALTH, "sunjie", "qianwei", "外出培训").body())
                .contains("只能登记本人的外出");
        assertThat(enter(visit("guowei"), HEALTH, "sunjie", "qianwei", "外出培训").statusCode())
                .isEqualTo(302);
    }

    /** What was typed stays where it was. */
    @Test
    void aRefusalKeepsWhatWasTyped() {
        var form = "unit=" + HEALTH + "&person=zhaogang&from=&to=2026-03-05&deputy=qianwei&reason=" + encoded("外出<培训>");
        var visitor = visit("zhaogang");
        var answer = send(visitor, "/desk/absence", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请选择外出的第一天", "外出&lt;培训&gt;", "2026-03-05");
    }

    @Test
    void anItemOfAnotherDepartmentIsNoChoice() {
        var form = "unit=" + HEALTH
                + "&person=zhaogang&from=2026-03-02&to=2026-03-05&deputy=qianwei&item=food-permit&reason="
                + encoded("外出培训");
        assertThat(send(visit("zhaogang"), "/desk/absence", form).body()).contains("请在列出的事项中勾选");
    }

    private HttpResponse<String> enter(Visitor visitor, String unit, String person, String deputy, String reason) {
        return send(
                visitor,
                "/desk/absence",
                "unit=" + unit + "&person=" + person + "&from=2026-03-02&to=2026-03-05&deputy=" + deputy + "&reason="
                        + encoded(reason));
    }

    private HttpResponse<String> revoke(Visitor visitor, String unit, long id) {
        return send(visitor, "/desk/absence/" + id + "/revocation", "unit=" + unit);
    }

    private static HttpResponse<String> send(Visitor visitor, String path, String form) {
        return visitor.sendForm(path, (form + "&_csrf=" + visitor.takeCaseToken()).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Visitor visit(String account) {
        return Visitor.loggedIn(port, account, COCKPIT.contains(account) ? "cockpit" : "tasklist");
    }
}
