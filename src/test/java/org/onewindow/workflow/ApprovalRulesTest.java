package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.onSiteCheck;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 后台审批: two people on site, and whoever handles does not decide. */
@HallTest
class ApprovalRulesTest {

    private static final String DECIDERS = "health-commission-deciders";

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @AfterEach
    void everybodyBackToTheirOwnDesk() {
        for (var account : new String[] {"zhaogang", "qianwei", "sunjie"}) {
            hall.engine().getIdentityService().deleteMembership(account, DECIDERS);
        }
    }

    @Test
    void theHandlerDoesNotDecide() {
        assertMayNotDecide("zhaogang");
    }

    @Test
    void whoeverWroteTheOnSiteCheckDoesNotDecide() {
        assertMayNotDecide("qianwei");
    }

    @Test
    void theReviewerDoesNotDecide() {
        assertMayNotDecide("sunjie");
    }

    private void assertMayNotDecide(String account) {
        var permit = way.reviewed();
        hall.engine().getIdentityService().createMembership(account, DECIDERS);
        var taskId = hall.as(account).claim(permit, "task_decide").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as(account).submitForm(taskId, opinion("grant", "准予许可。")))
                .contains("决定人不能是本办件的承办人、核查人员或者审核人");
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.item()).isWaitingAt("task_decide");
    }

    /** The inspectors are named on the check; only one of them wrote it. */
    @Test
    void anInspectorDoesNotDecideEither() {
        var permit = way.accepted();
        hall.as("qianwei").submit(permit, "task_handle", handled("propose-grant", "拟同意。"));
        hall.as("qianwei").submit(permit, "task_checkOnSite", onSiteCheck("qianwei", "zhaogang", "2026-03-02"));
        way.reviews(permit, "agree");
        hall.engine().getIdentityService().createMembership("zhaogang", DECIDERS);
        refusalOf(() -> hall.as("zhaogang").submit(permit, "task_decide", opinion("grant", "准予许可。")))
                .contains("决定人不能是");
    }

    @Test
    void oneInspectorTwiceIsNotTwo() {
        assertCheckRefused("zhaogang", "zhaogang", "2026-03-02", "两名不同的核查人员");
    }

    @Test
    void anInspectorOfAnotherDepartmentIsRefused() {
        assertCheckRefused("zhaogang", "wujing", "2026-03-02", "核查人员二");
    }

    @Test
    void aCheckInTheFutureIsRefused() {
        assertCheckRefused("zhaogang", "qianwei", "2026-03-03", "核查日期");
    }

    @Test
    void aCheckBeforeTheReceiptIsRefused() {
        assertCheckRefused("zhaogang", "qianwei", "2026-03-01", "核查日期");
    }

    /** Nobody waits for the day that the clock showed. */
    @Test
    void aCaseReceivedByAClockThatWasAheadIsCheckedOnceItIsRight() {
        hall.at("2026-03-03T09:30");
        var permit = way.accepted();
        hall.at(Hall.MONDAY);
        way.handles(permit);
        way.checks(permit);
        assertThat(permit.item()).isWaitingAt("task_review");
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        assertCheckRefused("zhaogang", "qianwei", "2026-02-30", "应为日期");
    }

    private void assertCheckRefused(String one, String two, String day, String message) {
        var permit = way.accepted();
        way.handles(permit);
        var taskId = hall.as("qianwei").claim(permit, "task_checkOnSite").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("qianwei").submitForm(taskId, onSiteCheck(one, two, day)))
                .contains(message);
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.item()).isWaitingAt("task_checkOnSite");
    }

    @Test
    void theCertificateIsMadeOnlyWithTheConfirmation() {
        var permit = way.reviewed();
        way.decides(permit, "grant");
        refusalOf(() -> hall.as("zhaogang").submit(permit, "task_makeCertificate", Map.of("certificateChecked", false)))
                .contains("请勾选");
        assertThat(permit.item()).isWaitingAt("task_makeCertificate");
    }
}
