package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 在办与改派: whoever leads a unit sees what its people have, and gives it to somebody else. */
@HallTest
class WorkloadPageTest {

    private static final String HEALTH = "health-commission";

    @Autowired
    private Hall hall;

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
        "guowei, health-commission, 200",
        "guowei, market-supervision, 403",
        "guowei, window-social, 403",
        "mali, health-commission, 403",
        "fengxue, health-commission, 200",
        "fengxue, window-social, 200",
        "fengxue, issuance, 200",
        "fengxue, no-such-unit, 403",
        "zhaogang, health-commission, 403",
        "zhangmin, window-social, 403",
        "wangfang, issuance, 403",
        "admin, health-commission, 403"
    })
    void aUnitIsOpenToWhoeverLeadsIt(String account, String unit, int status) {
        assertThat(visit(account).getPage("/desk/load?unit=" + unit).statusCode())
                .isEqualTo(status);
        assertThat(give(visit(account), unit, "no-such-task", "qianwei", "原办理人外出")
                        .statusCode())
                .isEqualTo(status == 200 ? 422 : 403);
    }

    @Test
    void whoIsNotLoggedInSeesNothing() {
        assertThat(Visitor.anonymous(port).getPage("/desk/load").statusCode()).isEqualTo(401);
        assertThat(Visitor.anonymous(port).get("/desk/load/shown").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"guowei, true", "fengxue, true", "zhaogang, false", "zhangmin, false"})
    void theEntryStandsWhereItLeadsSomewhere(String account, String shown) {
        assertThat(visit(account).get("/desk/load/shown").body()).isEqualTo(shown);
    }

    @Test
    void whoeverGetsATaskHasItAndTheCaseSaysWhy() {
        var task = hall.as("zhaogang").claim(permit, "task_handle").getId();
        assertThat(give(visit("guowei"), HEALTH, task, "qianwei", "赵刚外出培训").statusCode())
                .isEqualTo(302);
        assertThat(visit("guowei").getPage("/cases/" + permit.number()).body())
                .contains("改派（承办）", "赵刚 → 钱伟", "赵刚外出培训", "钱伟 办理");
        var told = Visitor.anonymous(port)
                .sendForm(
                        "/progress",
                        ("number=" + permit.number() + "&code=" + permit.file().pickupCode())
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(told.body()).contains("核验材料").doesNotContain("改派", "钱伟");
        refusalOf(() -> hall.as("zhaogang").submitForm(task, Forms.handled("propose-grant", "拟同意。")))
                .contains("请先认领任务再办理");
        hall.as("qianwei").submitForm(task, Forms.handled("propose-grant", "拟同意。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void withoutAReasonNothingIsGiven(String reason) {
        var task = hall.as("zhaogang").claim(permit, "task_handle").getId();
        var answer = give(visit("guowei"), HEALTH, task, "qianwei", reason);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请写明改派的理由");
        assertThat(hall.as("zhaogang").find(permit, "task_handle").getAssignee())
                .isEqualTo("zhaogang");
    }

    @Test
    void nobodyGetsAStepOfAnotherPost() {
        var task = hall.as("zhaogang").find(permit, "task_handle").getId();
        assertThat(give(visit("guowei"), HEALTH, task, "zhoutao", "人手不足").body())
                .contains("周涛不在“承办”的办理岗位上");
    }

    /** Who handled a case may not decide it, by whatever way the task comes. */
    @Test
    void whoTookPartInACaseDoesNotGetItsDecision() {
        var reviewed = way.reviewed();
        var decision = hall.as("zhoutao").find(reviewed, "task_decide").getId();
        var identity = hall.engine().getIdentityService();
        identity.createMembership("zhaogang", HEALTH + "-deciders");
        try {
            var answer = give(visit("guowei"), HEALTH, decision, "zhaogang", "周涛外出");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("决定人不能是本办件的承办人");
        } finally {
            identity.deleteMembership("zhaogang", HEALTH + "-deciders");
        }
    }

    /** All or none: one that is done keeps the others where they are. */
    @Test
    void oneThatIsDoneKeepsTheOthers() {
        var task = hall.as("zhaogang").claim(permit, "task_handle").getId();
        var answer = give(visit("guowei"), HEALTH, task + ",no-such-task", "qianwei", "赵刚外出培训");
        assertThat(answer.body()).contains("勾选的任务有的已经办理");
        assertThat(hall.as("zhaogang").find(permit, "task_handle").getAssignee())
                .isEqualTo("zhaogang");
        assertThat(visit("guowei").getPage("/cases/" + permit.number()).body()).doesNotContain("改派（承办）");
    }

    private HttpResponse<String> give(Visitor visitor, String unit, String tasks, String to, String reason) {
        var form = "unit=" + unit + "&task=" + tasks + "&to=" + to + "&reason="
                + URLEncoder.encode(reason, StandardCharsets.UTF_8) + "&_csrf=" + visitor.takeCaseToken();
        return visitor.sendForm("/desk/load", form.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor visit(String account) {
        var cockpit = Set.of("fengxue", "admin");
        return Visitor.loggedIn(port, account, cockpit.contains(account) ? "cockpit" : "tasklist");
    }
}
