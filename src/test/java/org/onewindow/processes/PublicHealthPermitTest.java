package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.PERMIT;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.reject;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Forms.without;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles.Defect;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.CaseStep;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.Lamp;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 公共场所卫生许可（新办）, every path from the window to its end. */
@HallTest
class PublicHealthPermitTest {

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcClient database;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void accepted() {
        var permit = way.received();
        assertThat(permit.item()).hasBusinessKey(permit.number().value()).isWaitingAt("task_frontDesk");
        assertThat(permit.frontDesk()).isWaitingAt("task_verifyMaterials");
        assertThat(permit.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(permit.task().getAssignee())
                .as("whoever took it in goes on with it")
                .isEqualTo("zhangmin");
        assertThat(permit.dates().noticeDue()).contains(day(9));

        hall.at("2026-03-03T10:00");
        way.accepts(permit);
        assertThat(permit.frontDesk())
                .hasPassed("task_determineMaterials", "task_acceptCase")
                .isEnded();
        assertThat(permit.item()).hasPassed("task_dispatch").isWaitingAt("task_handle");
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
        assertThat(permit.file().department()).contains("health-commission");
        assertThat(permit.dates().acceptedOn()).contains(day(3));
        assertThat(permit.dates().promisedDue()).contains(day(12));
        assertThat(permit.dates().statutoryDue()).contains(day(31));
        assertThat(permit.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-03-12 17:00:00"));

        hall.at("2026-03-05T10:00");
        way.handles(permit);
        assertThat(permit.item()).isWaitingAt("task_checkOnSite");
        way.checks(permit);
        assertThat(permit.item()).isWaitingAt("task_review");
        way.reviews(permit, "agree");
        assertThat(permit.item()).isWaitingAt("task_decide");

        hall.at("2026-03-06T10:00");
        way.decides(permit, "grant");
        assertThat(permit.item())
                .hasPassed("task_backOffice", "task_recordDecision")
                .isWaitingAt("task_makeCertificate");
        assertThat(permit.state()).isEqualTo(CaseState.READY);
        var result = permit.file().result().orElseThrow();
        assertThat(result.name()).isEqualTo("公共场所卫生许可证");
        assertThat(result.number()).matches("昆卫公证字〔2026〕第\\d{6}号");
        assertThat(result.validUntil()).contains(LocalDate.of(2030, 3, 5));
        assertThat(permit.dates().deliveryDue()).contains(day(20));

        way.makesCertificate(permit);
        assertThat(permit.item()).isWaitingAt("task_issuance");
        assertThat(permit.issuance()).isWaitingAt("task_receiveResult");
        way.receivesResult(permit);
        assertThat(permit.issuance()).isWaitingAt("task_issueResult");
        way.issues(permit);
        assertThat(permit.item()).isEnded();
        assertThat(permit.end()).isEqualTo("event_closed");
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
        assertThat(permit.dates().phase()).isEqualTo(ClockPhase.DELIVERED);
        assertThat(permit.dates().lamp()).contains(Lamp.DONE);
        assertThat(permit.stepNames()).containsExactly("核验材料", "承办", "现场审核", "审核", "决定", "制证", "接收证件", "出件");
        assertThat(permit.steps())
                .extracting(CaseStep::actor)
                .containsExactly(
                        "zhangmin", "zhaogang", "qianwei", "sunjie", "zhoutao", "zhaogang", "wangfang", "wangfang");
    }

    @Test
    void correctedAndAccepted() {
        var permit = way.received();
        hall.at("2026-03-03T10:00");
        hall.as("zhangmin")
                .submit(
                        permit,
                        "task_verifyMaterials",
                        correct(permit, Map.of("application-form", "未签字", "inspection-report", "检测日期超过一年")));
        assertThat(permit.frontDesk()).hasPassed("task_notifyCorrection").isWaitingAt("task_registerCorrection");
        assertThat(permit.state()).isEqualTo(CaseState.CORRECTION);
        assertThat(permit.defects())
                .extracting(Defect::name, Defect::defect)
                .containsExactly(tuple("公共场所卫生许可申请表", "未提交：未签字"), tuple("公共场所卫生检测报告", "未提交：检测日期超过一年"));
        assertThat(permit.defects()).extracting(Defect::standard).allSatisfy(s -> assertThat(s)
                .isNotBlank());
        assertThat(permit.dates().noticeDue()).as("the organ said it in time").isPresent();

        hall.at("2026-03-10T10:00");
        assertThat(hall.runDueTimers(permit))
                .as("the correction is the applicant's time")
                .isEmpty();
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        assertThat(permit.frontDesk()).isWaitingAt("task_verifyMaterials");
        assertThat(permit.state()).isEqualTo(CaseState.RESUBMITTED);
        assertThat(permit.dates().noticeDue())
                .as("five working days for the new check")
                .contains(day(17));
        assertThat(permit.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-03-17 17:00:00"));

        hall.at("2026-03-11T10:00");
        way.accepts(permit);
        assertThat(permit.item()).isWaitingAt("task_handle");
        assertThat(permit.dates().acceptedOn())
                .as("the day of the last correction")
                .contains(day(10));
        assertThat(permit.dates().promisedDue()).contains(day(19));
        assertThat(permit.defects()).isEmpty();
        assertThat(permit.stepNames()).containsExactly("核验材料", "登记补正", "核验材料");
    }

    @Test
    void refused() {
        var permit = way.received();
        hall.as("zhangmin")
                .submit(
                        permit,
                        "task_verifyMaterials",
                        with(reject(permit, "refuse", "依法不属于本行政机关职权范围"), "competentOrgan", "东河区卫生健康委员会"));
        assertThat(permit.frontDesk()).hasPassed("task_refuseCase").isEnded();
        assertThat(permit.item()).hasNotPassed("task_dispatch").isEnded();
        assertThat(permit.end()).isEqualTo("event_notAccepted");
        assertThat(permit.state()).isEqualTo(CaseState.REFUSED);
        assertThat(permit.dates().phase()).isEqualTo(ClockPhase.NOT_ACCEPTED);
        assertThat(permit.dates().promisedDue())
                .as("no decision clock ever runs")
                .isEmpty();
        assertThat(permit.steps().get(0).outcome()).contains("不予受理（不属于本机关职权）");
        assertThat(permit.steps().get(0).opinion()).contains("依法不属于本行政机关职权范围");
    }

    /** 行政许可法 art. 32: the applicant is told which organ to turn to. */
    @Test
    void notCompetent() {
        var permit = way.received();
        var withoutOrgan = reject(permit, "refuse", "场所不在本区");
        refusalOf(() -> hall.as("zhangmin").submit(permit, "task_verifyMaterials", withoutOrgan))
                .contains("有权受理的行政机关");
        assertThat(permit.frontDesk()).isWaitingAt("task_verifyMaterials");

        hall.as("zhangmin").submit(permit, "task_verifyMaterials", with(withoutOrgan, "competentOrgan", "东河区卫生健康委员会"));
        assertThat(permit.state()).isEqualTo(CaseState.REFUSED);
        assertThat(database.sql("select competent_organ from case_file where case_number = ?")
                        .param(permit.number().value())
                        .query(String.class)
                        .single())
                .isEqualTo("东河区卫生健康委员会");
    }

    @Test
    void declined() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", reject(permit, "decline", "该场所依法不需要取得卫生许可"));
        assertThat(permit.frontDesk()).hasPassed("task_declineCase").isEnded();
        assertThat(permit.item()).isEnded();
        assertThat(permit.state()).isEqualTo(CaseState.DECLINED);
        assertThat(permit.dates().phase()).isEqualTo(ClockPhase.NOT_ACCEPTED);
        assertThat(permit.steps().get(0).outcome()).contains("不受理（不需要行政许可）");
    }

    /** Over the Spring Festival of 2026: off from 15 to 23 February, the 14th and the 28th are worked. */
    @Test
    void deemedAccepted() {
        hall.at("2026-02-12T09:00");
        var permit = way.received();
        assertThat(permit.dates().noticeDue()).contains(LocalDate.of(2026, 2, 26));

        hall.at("2026-02-26T16:59");
        assertThat(hall.runDueTimers(permit))
                .as("only the warning that the notice period ends")
                .containsExactly("event_deadlineNears");
        hall.at("2026-02-26T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly("event_noticePeriodLapsed");

        assertThat(permit.frontDesk())
                .hasPassed("event_noticePeriodLapsed", "task_deemAccepted")
                .isEnded();
        assertThat(permit.item()).isWaitingAt("task_handle");
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
        assertThat(permit.dates().acceptedOn()).as("the receipt's date").contains(LocalDate.of(2026, 2, 12));
        assertThat(permit.dates().used()).as("those days are consumed").isEqualTo(5);
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 2, 28));
        assertThat(permit.dates().statutoryDue()).contains(LocalDate.of(2026, 3, 18));
        assertThat(permit.steps())
                .extracting(CaseStep::name, CaseStep::actor)
                .containsExactly(tuple("预警", CaseStep.SYSTEM), tuple("视为受理", CaseStep.SYSTEM));
    }

    /** The law does not wait for the timer: what it deems accepted is no longer the clerk's to send back. */
    @Test
    void deemedAcceptedBeforeTheTimerRan() {
        var permit = way.received();
        hall.at("2026-03-10T09:00");
        refusalOf(() -> hall.as("zhangmin")
                        .submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积"))))
                .contains("已视为受理");
        assertThat(permit.state()).isEqualTo(CaseState.RECEIVED);
        way.accepts(permit);
        assertThat(permit.dates().acceptedOn()).contains(day(2));
    }

    /** The check of a correction has five working days of its own. */
    @Test
    void deemedAcceptedAfterCorrection() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        hall.at("2026-03-10T10:00");
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        hall.at("2026-03-17T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly("event_deadlineNears", "event_noticePeriodLapsed");
        assertThat(permit.item()).isWaitingAt("task_handle");
        assertThat(permit.dates().acceptedOn()).as("the day of the submission").contains(day(10));
    }

    @Test
    void denied() {
        var permit = way.reviewed();
        way.decides(permit, "deny");
        assertThat(permit.item()).hasNotPassed("task_makeCertificate").isWaitingAt("task_issuance");
        assertThat(permit.file().decision()).contains(CaseFile.Decision.DENY);
        var result = permit.file().result().orElseThrow();
        assertThat(result.name()).isEqualTo("不予行政许可决定书");
        assertThat(result.number()).matches("昆卫不许字〔2026〕第\\d{6}号");
        assertThat(result.validUntil()).isEmpty();

        way.receivesResult(permit);
        way.issues(permit);
        assertThat(permit.item()).isEnded();
        assertThat(permit.state()).isEqualTo(CaseState.DENIED);
    }

    @Test
    void returnedByTheReviewer() {
        var permit = way.checked();
        way.reviews(permit, "return");
        assertThat(permit.item()).hasNotPassed("task_decide").isWaitingAt("task_handle");
        assertThat(permit.task().getAssignee()).isNull();
        way.handles(permit);
        way.checks(permit);
        way.reviews(permit, "agree");
        assertThat(permit.item()).isWaitingAt("task_decide");
        assertThat(permit.stepNames()).containsExactly("核验材料", "承办", "现场审核", "审核", "承办", "现场审核", "审核");
        assertThat(permit.dates().promisedDue())
                .as("a return is the organ's own time")
                .contains(day(11));
    }

    @Test
    void returnedByTheDecider() {
        var permit = way.reviewed();
        way.decides(permit, "return");
        assertThat(permit.item()).hasNotPassed("task_recordDecision").isWaitingAt("task_handle");
        assertThat(permit.file().decision()).isEmpty();
        way.handles(permit);
        way.checks(permit);
        way.reviews(permit, "agree");
        way.decides(permit, "grant");
        assertThat(permit.item()).isWaitingAt("task_makeCertificate");
        assertThat(permit.file().decision()).contains(CaseFile.Decision.GRANT);
    }

    @Test
    void dispatchedByHandForPremisesOutsideTheDistrict() {
        assertDispatchedByHand(with(Forms.permit(), "district", "outside"));
    }

    @Test
    void dispatchedByHandForAnUnlistedKindOfPremises() {
        assertDispatchedByHand(with(Forms.permit(), "premisesKind", "unlisted"));
    }

    private void assertDispatchedByHand(Map<String, Object> application) {
        var permit = hall.as("zhangmin").receive(PERMIT, application);
        way.accepts(permit);
        assertThat(permit.item()).isWaitingAt("task_dispatchByHand");
        assertThat(permit.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(permit.file().department()).isEmpty();
        assertThat(hall.as("zhaogang").find(permit, "task_dispatchByHand")).isNull();

        refusalOf(() -> hall.as("sunli")
                        .submit(permit, "task_dispatchByHand", Map.of("department", "no-such", "opinion", "由其承办")))
                .contains("承办部门");
        hall.as("sunli")
                .submit(
                        permit,
                        "task_dispatchByHand",
                        Map.of("department", "health-commission", "opinion", "参照住宿场所管理"));
        assertThat(permit.item()).isWaitingAt("task_handle");
        assertThat(permit.file().department()).contains("health-commission");
        assertThat(hall.as("zhaogang").find(permit, "task_handle")).isNotNull();
        assertThat(permit.steps().get(1).opinion()).contains("参照住宿场所管理");
    }

    @Test
    void withdrawnAtTheDesk() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", reject(permit, "withdraw", "申请人改变经营计划"));
        assertThat(permit.frontDesk()).hasPassed("task_withdrawCase").isEnded();
        assertThat(permit.item()).isEnded();
        assertThat(permit.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(permit.dates().phase()).isEqualTo(ClockPhase.WITHDRAWN);
        assertThat(permit.steps().get(0).opinion()).contains("申请人改变经营计划");
    }

    @Test
    void withdrawnDuringCorrection() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        var withoutReason = Map.<String, Object>of("outcome", "withdraw");
        refusalOf(() -> hall.as("zhangmin").submit(permit, "task_registerCorrection", withoutReason))
                .contains("撤回理由");
        hall.as("zhangmin").submit(permit, "task_registerCorrection", with(withoutReason, "reason", "不再办理"));
        assertThat(permit.frontDesk())
                .hasPassed("task_withdrawDuringCorrection")
                .isEnded();
        assertThat(permit.item()).isEnded();
        assertThat(permit.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    /** Thirty working days for the applicant, over the Qingming holiday (4 to 6 April). */
    @Test
    void lapsed() {
        var permit = way.received();
        hall.at("2026-03-03T10:00");
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        assertThat(permit.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-04-15 17:00:00"));
        hall.at("2026-04-15T16:59");
        assertThat(hall.runDueTimers(permit)).isEmpty();
        hall.at("2026-04-15T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly("event_correctionLapsed");
        assertThat(permit.frontDesk()).hasPassed("task_lapseCase").isEnded();
        assertThat(permit.item()).isEnded();
        assertThat(permit.state()).isEqualTo(CaseState.LAPSED);
        assertThat(permit.dates().phase()).isEqualTo(ClockPhase.WITHDRAWN);
        assertThat(permit.stepNames()).containsExactly("核验材料", "逾期未补正");
    }

    /** A Saturday's receipt counts from the next working day. */
    @Test
    void aReceiptOnADayOffCountsFromTheNextWorkingDay() {
        hall.at("2026-03-07T10:00");
        var permit = way.received();
        assertThat(permit.file().receivedOn()).isEqualTo(day(9));
        assertThat(permit.dates().noticeDue()).contains(day(16));
        way.accepts(permit);
        assertThat(permit.item()).isWaitingAt("task_handle");
        assertThat(permit.dates().promisedDue()).contains(day(18));
    }

    @Test
    void everyOpinionIsRequired() {
        var permit = way.accepted();
        refusalOf(() -> hall.as("zhaogang")
                        .submit(permit, "task_handle", without(handled("propose-grant", "x"), "opinion")))
                .contains("承办意见");
        assertThat(permit.item()).isWaitingAt("task_handle");
    }

    private static LocalDate day(int dayOfMarch) {
        return LocalDate.of(2026, 3, dayOfMarch);
    }
}
