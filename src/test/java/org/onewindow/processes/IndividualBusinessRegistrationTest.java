package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.deadline.ClockAlarm.Kind.NOTICE_NEAR;
import static org.onewindow.deadline.ClockAlarm.Kind.PROMISE_OVERRUN;
import static org.onewindow.deadline.ClockAlarm.Kind.STATUTORY_NEAR;
import static org.onewindow.deadline.ClockAlarm.Kind.STATUTORY_OVERRUN;
import static org.onewindow.workflow.Forms.BUSINESS;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.business;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.pickUpByCode;
import static org.onewindow.workflow.Forms.reject;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseFile.Decision;
import org.onewindow.casefile.CaseFiles.Defect;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.CaseStep;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 个体工商户设立登记, every path from the window to its end. The letters of authorisation of config/organization.yaml: 直办
 * ends with 2030, 受理 with 2032.
 */
@HallTest
class IndividualBusinessRegistrationTest {

    /** A Monday after the letter of scope 直办. */
    private static final String ACCEPTING_ONLY = "2031-03-03T09:00";

    /** A Tuesday without any letter in force. */
    private static final String COLLECTING_ONLY = "2033-03-01T09:00";

    @Autowired
    private Hall hall;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @Test
    void acceptedAndDecidedAtTheWindowInOneSitting() {
        var shop = received();
        accepts(shop);
        assertThat(shop.item()).hasPassed("task_dispatch").isWaitingAt("task_decideAtWindow");
        assertThat(shop.task().getAssignee()).as("the same clerk goes on").isEqualTo("liuyang");
        assertThat(shop.state()).isEqualTo(CaseState.HANDLING);
        assertThat(shop.dates().acceptedOn()).contains(LocalDate.of(2026, 3, 2));
        assertThat(shop.dates().promisedDue()).contains(LocalDate.of(2026, 3, 3));
        assertThat(shop.dates().statutoryDue()).contains(LocalDate.of(2026, 3, 5));

        hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion("grant", "材料齐全、符合法定形式。"));
        assertThat(shop.item()).hasNotPassed("task_backOffice").isWaitingAt("task_issuance");
        assertThat(shop.state()).isEqualTo(CaseState.READY);
        var result = shop.file().result().orElseThrow();
        assertThat(result.name()).isEqualTo("营业执照");
        assertThat(result.number()).matches("昆市监个登字〔2026〕第\\d{6}号");
        assertThat(result.validUntil()).as("a business licence has no end").isEmpty();

        hall.as("liuyang")
                .submit(shop, "task_issueResult", pickUpByCode(shop.file().pickupCode()));
        assertThat(shop.item()).isEnded();
        assertThat(shop.end()).isEqualTo("event_closed");
        assertThat(shop.state()).isEqualTo(CaseState.GRANTED);
        assertThat(shop.stepNames()).containsExactly("核验材料", "窗口办理", "出件");
        assertThat(shop.steps()).extracting(CaseStep::actor).containsOnly("liuyang");
    }

    @Test
    void theIssuingClerkMayHandOutWhatTheWindowDecided() {
        var shop = decidedAtWindow("grant");
        hall.as("wangfang")
                .submit(shop, "task_issueResult", pickUpByCode(shop.file().pickupCode()));
        assertThat(shop.item()).isEnded();
    }

    @Test
    void denied() {
        var shop = decidedAtWindow("deny");
        assertThat(shop.file().decision()).contains(Decision.DENY);
        assertThat(shop.file().result().orElseThrow().name()).isEqualTo("不予登记通知书");
        hall.as("liuyang")
                .submit(shop, "task_issueResult", pickUpByCode(shop.file().pickupCode()));
        assertThat(shop.item()).isEnded();
        assertThat(shop.state()).isEqualTo(CaseState.DENIED);
    }

    @Test
    void correctedAndAccepted() {
        var shop = received();
        hall.as("liuyang").submit(shop, "task_verifyMaterials", correct(shop, Map.of("premises-proof", "租赁合同已到期")));
        assertThat(shop.frontDesk()).isWaitingAt("task_registerCorrection");
        assertThat(shop.defects()).extracting(Defect::defect).containsExactly("未提交：租赁合同已到期");
        hall.at("2026-03-05T10:00");
        hall.as("liuyang").submit(shop, "task_registerCorrection", Map.of("outcome", "submitted"));
        accepts(shop);
        assertThat(shop.item()).isWaitingAt("task_decideAtWindow");
        assertThat(shop.dates().acceptedOn()).contains(LocalDate.of(2026, 3, 5));
    }

    @Test
    void refused() {
        var shop = received();
        hall.as("liuyang")
                .submit(
                        shop,
                        "task_verifyMaterials",
                        with(reject(shop, "refuse", "经营场所不在本辖区"), "competentOrgan", "青山区市场监督管理局"));
        assertThat(shop.frontDesk()).hasPassed("task_refuseCase");
        assertThat(shop.item()).isEnded();
        assertThat(shop.state()).isEqualTo(CaseState.REFUSED);
    }

    /** 行政许可法 art. 32: the applicant is told which organ to turn to. */
    @Test
    void notCompetent() {
        var shop = received();
        refusalOf(() -> hall.as("liuyang").submit(shop, "task_verifyMaterials", reject(shop, "refuse", "不在本辖区")))
                .contains("有权受理的行政机关");
        assertThat(shop.frontDesk()).isWaitingAt("task_verifyMaterials");
    }

    @Test
    void declined() {
        var shop = received();
        hall.as("liuyang").submit(shop, "task_verifyMaterials", reject(shop, "decline", "销售自产农副产品依法不需要登记"));
        assertThat(shop.frontDesk()).hasPassed("task_declineCase");
        assertThat(shop.item()).isEnded();
        assertThat(shop.state()).isEqualTo(CaseState.DECLINED);
    }

    /** Over the Mid-Autumn and National Day holidays of 2026. */
    @Test
    void deemedAccepted() {
        hall.at("2026-09-24T15:00");
        var shop = received();
        hall.at("2026-10-09T16:59");
        assertThat(hall.runDueTimers(shop)).containsExactly("event_deadlineNears");
        hall.at("2026-10-09T17:00");
        assertThat(hall.runDueTimers(shop)).containsExactly("event_noticePeriodLapsed", "event_deadlineNears");
        assertThat(shop.alarms())
                .as("a lapse is retroactive: with it, the decision is late at once")
                .containsExactly(NOTICE_NEAR, PROMISE_OVERRUN, STATUTORY_NEAR, STATUTORY_OVERRUN);
        assertThat(shop.item()).isWaitingAt("task_decideAtWindow");
        assertThat(shop.dates().acceptedOn()).contains(LocalDate.of(2026, 9, 24));
        assertThat(shop.dates().promisedDue()).as("its one day is long over").contains(LocalDate.of(2026, 9, 28));
    }

    @Test
    void withdrawnAtTheDesk() {
        var shop = received();
        hall.as("liuyang").submit(shop, "task_verifyMaterials", reject(shop, "withdraw", "另选经营场所"));
        assertThat(shop.item()).isEnded();
        assertThat(shop.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void withdrawnDuringCorrection() {
        var shop = received();
        hall.as("liuyang").submit(shop, "task_verifyMaterials", correct(shop, Map.of("premises-proof", "租赁合同已到期")));
        hall.as("liuyang").submit(shop, "task_registerCorrection", Map.of("outcome", "withdraw", "reason", "不再办理"));
        assertThat(shop.item()).isEnded();
        assertThat(shop.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void lapsed() {
        var shop = received();
        hall.as("liuyang").submit(shop, "task_verifyMaterials", correct(shop, Map.of("premises-proof", "租赁合同已到期")));
        hall.at("2026-04-14T17:00");
        assertThat(hall.runDueTimers(shop)).containsExactly("event_correctionLapsed");
        assertThat(shop.item()).isEnded();
        assertThat(shop.state()).isEqualTo(CaseState.LAPSED);
        assertThat(shop.dates().phase()).isEqualTo(ClockPhase.WITHDRAWN);
    }

    @Test
    void theDepartmentDecidesWhileNoLetterLetsTheWindowDecide() {
        hall.at(ACCEPTING_ONLY);
        var shop = received();
        assertThat(shop.task().getAssignee()).as("the window still accepts").isEqualTo("liuyang");
        accepts(shop);
        assertThat(shop.item()).hasNotPassed("task_decideAtWindow").isWaitingAt("task_handle");
        assertThat(hall.as("liuyang").find(shop, "task_handle")).isNull();

        hall.as("wujing").submit(shop, "task_handle", handled("propose-grant", "材料齐全、符合法定形式。"));
        assertThat(shop.item()).isWaitingAt("task_decide");
        hall.as("zhenghao").submit(shop, "task_decide", opinion("grant", "准予登记。"));
        assertThat(shop.item()).hasPassed("task_backOffice").isWaitingAt("task_issuance");
        assertThat(hall.as("liuyang").find(shop, "task_receiveResult"))
                .as("what the department decided goes to the issuing window")
                .isNull();
        hall.as("wangfang").receivesResult(shop);
        hall.as("wangfang")
                .submit(shop, "task_issueResult", pickUpByCode(shop.file().pickupCode()));
        assertThat(shop.item()).isEnded();
        assertThat(shop.state()).isEqualTo(CaseState.GRANTED);
        assertThat(shop.stepNames()).containsExactly("核验材料", "承办", "决定", "接收证件", "出件");
    }

    @Test
    void returnedByTheDecider() {
        hall.at(ACCEPTING_ONLY);
        var shop = received();
        accepts(shop);
        hall.as("wujing").submit(shop, "task_handle", handled("propose-deny", "拟不予登记。"));
        hall.as("zhenghao").submit(shop, "task_decide", opinion("return", "理由不充分，请补充。"));
        assertThat(shop.item()).hasNotPassed("task_recordDecision").isWaitingAt("task_handle");
        hall.as("wujing").submit(shop, "task_handle", handled("propose-grant", "已补充说明。"));
        hall.as("zhenghao").submit(shop, "task_decide", opinion("grant", "准予登记。"));
        assertThat(shop.item()).isWaitingAt("task_issuance");
    }

    @Test
    void dispatchedByHandForPremisesOutsideTheDistrict() {
        hall.at(ACCEPTING_ONLY);
        var shop = hall.as("liuyang").receive(BUSINESS, with(business(), "district", "outside"));
        accepts(shop);
        assertThat(shop.item()).isWaitingAt("task_dispatchByHand");
        hall.as("sunli")
                .submit(shop, "task_dispatchByHand", Map.of("department", "market-supervision", "opinion", "通办事项"));
        assertThat(shop.item()).isWaitingAt("task_handle");
        assertThat(hall.as("wujing").find(shop, "task_handle")).isNotNull();
    }

    @Test
    void theWindowOnlyCollectsWhileNoLetterLetsItAccept() {
        hall.at(COLLECTING_ONLY);
        var shop = received();
        assertThat(shop.task().getAssignee()).isNull();
        assertThat(hall.as("liuyang").find(shop, "task_verifyMaterials")).isNull();

        hall.as("wujing").submit(shop, "task_verifyMaterials", accept(shop));
        assertThat(shop.item()).isWaitingAt("task_handle");
        assertThat(shop.steps()).extracting(CaseStep::actor).containsExactly("wujing");
    }

    @Test
    void aLetterThatRanOutSinceTheAcceptanceStopsTheDecisionAtTheWindow() {
        hall.at("2030-12-31T16:00");
        var shop = received();
        accepts(shop);
        assertThat(shop.item()).isWaitingAt("task_decideAtWindow");
        hall.at("2031-01-02T09:00");
        refusalOf(() -> hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion("grant", "准予登记。")))
                .contains("直办授权今天不在有效期内");
        assertThat(shop.item()).isWaitingAt("task_decideAtWindow");
        assertThat(shop.file().decision()).isEmpty();
    }

    /** One promised day is yellow from the first moment: there is nobody to warn. */
    @Test
    void overrunAtTheDepartmentAndAtTheWindowGoesOnRecord() {
        for (var morning : List.of(ACCEPTING_ONLY, Hall.MONDAY)) {
            hall.at(morning);
            var shop = received();
            accepts(shop);
            assertThat(hall.runDueTimers(shop)).isEmpty();
            hall.at(shop.dates().promisedDue().orElseThrow() + "T17:00");
            assertThat(hall.runDueTimers(shop)).containsExactly("event_deadlineNears");
            assertThat(shop.task().getPriority()).isEqualTo(90);
            assertThat(shop.alarms()).containsExactly(PROMISE_OVERRUN);
        }
    }

    @Test
    void aFamilyBusinessBringsTheMembersIdentityCards() {
        var shop = hall.as("liuyang").receive(BUSINESS, with(business(), "familyOperated", "yes"));
        assertThat(shop.materials())
                .extracting(CaseMaterial::code)
                .containsExactly(
                        "application-form", "operator-identity-card", "premises-proof", "family-member-identity-card");
    }

    private ReceivedCase received() {
        return hall.as("liuyang").receive(BUSINESS, business());
    }

    private void accepts(ReceivedCase shop) {
        hall.as("liuyang").submit(shop, "task_verifyMaterials", accept(shop));
    }

    private ReceivedCase decidedAtWindow(String outcome) {
        var shop = received();
        accepts(shop);
        hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion(outcome, "市场主体登记管理条例第十九条。"));
        return shop;
    }
}
