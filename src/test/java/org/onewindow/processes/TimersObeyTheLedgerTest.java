package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.deadline.ClockAlarm.Kind.DELIVERY_NEAR;
import static org.onewindow.deadline.ClockAlarm.Kind.DELIVERY_OVERRUN;
import static org.onewindow.deadline.ClockAlarm.Kind.PROMISE_NEAR;
import static org.onewindow.deadline.ClockAlarm.Kind.PROMISE_OVERRUN;
import static org.onewindow.deadline.ClockAlarm.Kind.STATUTORY_NEAR;
import static org.onewindow.deadline.ClockAlarm.Kind.STATUTORY_OVERRUN;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseState;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.Lamp;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.clock.Measures;
import org.onewindow.workflow.clock.TaskClock;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Timers and task due dates follow the ledger. The permit has 7 promised and 20 statutory working days; March 2026 begins
 * on a Sunday and has no holiday, 4 to 6 April are off.
 */
@HallTest
class TimersObeyTheLedgerTest {

    private static final String WATCH = "event_deadlineNears";

    @Autowired
    private Hall hall;

    @Autowired
    private ClockLedger ledger;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void bothDeadlinesAreWarnedOfAndMissedOnRecord() {
        var permit = way.accepted();
        assertThat(permit.task().getPriority()).isEqualTo(50);
        assertThat(permit.timer(WATCH)).isEqualTo("2026-03-10T08:30");
        hall.at("2026-03-10T08:29");
        assertThat(hall.runDueTimers(permit)).isEmpty();

        hall.at("2026-03-10T08:30");
        assertThat(permit.dates().lamp()).contains(Lamp.YELLOW);
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH);
        assertThat(permit.alarms()).containsExactly(PROMISE_NEAR);
        assertThat(permit.task().getPriority()).isEqualTo(70);
        assertThat(permit.comments(permit.task())).containsExactly("承诺时限将至（2026-03-11）");
        assertThat(permit.timer(WATCH)).isEqualTo("2026-03-11T17:00");

        hall.at("2026-03-11T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH);
        assertThat(permit.task().getPriority()).isEqualTo(90);
        assertThat(permit.stepNames()).containsExactly("核验材料", "预警", "超期");
        hall.at("2026-03-12T09:00");
        assertThat(permit.dates().lamp()).contains(Lamp.RED);
        assertThat(permit.dates().statutoryOverrun()).isFalse();

        hall.at("2026-03-30T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH);
        assertThat(permit.alarms())
                .containsExactlyInAnyOrder(PROMISE_NEAR, PROMISE_OVERRUN, STATUTORY_NEAR, STATUTORY_OVERRUN);
        hall.at("2026-03-31T09:00");
        assertThat(permit.dates().statutoryOverrun()).isTrue();
        way.handles(permit);
        assertThat(permit.task().getTaskDefinitionKey()).as("the case goes on").isEqualTo("task_checkOnSite");
    }

    @Test
    void aStepThatOpensAfterTheWarningIsAsUrgent() {
        var permit = way.accepted();
        hall.at("2026-03-10T08:30");
        way.handles(permit);
        assertThat(permit.task().getPriority()).isEqualTo(70);
    }

    @Test
    void theItemsDepartmentHearsOfAnOverrunBeforeAnyoneWasGivenTheCase() {
        var permit = way.received();
        hall.at("2026-03-12T09:00");
        assertThat(hall.runDueTimers(permit))
                .as("after an outage all come at once")
                .contains(WATCH);
        assertThat(permit.stepNames()).as("the alarm was first").containsSubsequence("超期", "视为受理");
        assertThat(hall.as("guowei").find(permit, "task_superviseOverrun")).isNotNull();
    }

    @Test
    void theDepartmentsHeadHearsOfAnOverrunAndAnswersForIt() {
        var permit = way.accepted();
        hall.at("2026-03-11T17:00");
        hall.runDueTimers(permit);
        assertThat(hall.as("zhaogang").find(permit, "task_superviseOverrun")).isNull();
        var task = hall.as("guowei").find(permit, "task_superviseOverrun");
        assertThat(task.getDescription()).isEqualTo("已超过承诺时限（2026-03-11）");
        assertThat(hall.as("guowei").opens(permit, "task_superviseOverrun"))
                .containsEntry("overrun", "已超过承诺时限（2026-03-11）");
        hall.as("guowei").submit(permit, "task_superviseOverrun", opinion("urged", "已要求三日内办结。"));
        assertThat(permit.stepNames()).endsWith("超期督办");
        assertThat(permit.task().getTaskDefinitionKey()).isEqualTo("task_handle");
    }

    @Test
    void aCaseThatWaitsToBeDispatchedIsWatchedToo() {
        var permit = hall.as("zhangmin").receive(Forms.PERMIT, Forms.with(Forms.permit(), "district", "outside"));
        way.accepts(permit);
        hall.at("2026-03-10T08:30");
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH);
        assertThat(permit.task().getTaskDefinitionKey()).isEqualTo("task_dispatchByHand");
        assertThat(permit.task().getPriority()).isEqualTo(70);

        hall.at("2026-03-11T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH);
        assertThat(hall.as("guowei").find(permit, "task_superviseOverrun"))
                .as("the item's department answers for it until it is another's")
                .isNotNull();
    }

    @Test
    void aSpecialProcedureStopsEveryTimerAndItsEndMovesThem() {
        var permit = way.accepted();
        hall.at("2026-03-05T10:00");
        way.startsSpecialProcedure(permit, "专家评审", 15);
        assertThat(permit.dates().lamp()).contains(Lamp.PAUSED);
        assertThat(permit.task().getDueDate()).as("nothing is due in a pause").isNull();
        assertThat(paused(permit)).isEqualTo("暂停（专家评审）");
        assertThat(permit.item().isSuspended()).isFalse();
        assertThat(hall.as("zhaogang").find(permit, "task_endSpecialProcedure").getDueDate())
                .as("fifteen working days were told")
                .isEqualTo(Timestamp.valueOf("2026-03-26 17:00:00"));

        hall.at("2026-04-20T10:00");
        assertThat(hall.runDueTimers(permit))
                .as("both deadlines would be long over")
                .isEmpty();
        assertThat(permit.task().getPriority()).isEqualTo(50);

        way.endsSpecialProcedure(permit);
        assertThat(hall.runDueTimers(permit)).as("nothing fires at once").isEmpty();
        assertThat(permit.dates().used()).isEqualTo(3);
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 4, 24));
        assertThat(permit.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-04-24 17:00:00"));
        assertThat(paused(permit)).isNull();
        assertThat(permit.timer(WATCH)).isEqualTo("2026-04-23T08:30");
        hall.at("2026-04-23T08:30");
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH);
        assertThat(permit.alarms()).containsExactly(PROMISE_NEAR);
    }

    @Test
    void aStepThatOpensInAPauseIsShownAsPaused() {
        var permit = way.accepted();
        way.startsSpecialProcedure(permit, "检测", 10);
        way.handles(permit);
        assertThat(paused(permit)).isEqualTo("暂停（检测）");
        assertThat(permit.task().getDueDate()).isNull();
    }

    @Test
    void nobodyDecidesWhileASpecialProcedureRuns() {
        var permit = way.reviewed();
        hall.as("zhoutao").claim(permit, "task_decide");
        hall.as("zhoutao")
                .start(
                        Measures.SPECIAL_PROCEDURE,
                        Map.of("case", permit.number().value(), "procedure", "听证", "plannedDays", 20));
        refusalOf(() -> way.decides(permit, "grant")).contains("特别程序须先结束");
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
        way.endsSpecialProcedure(permit);
        way.decides(permit, "grant");
        assertThat(permit.state()).isEqualTo(CaseState.READY);
    }

    @Test
    void anExtensionMovesBothDeadlinesOnceTheHeadApproves() {
        var permit = way.accepted();
        hall.at("2026-03-05T10:00");
        way.asksForExtension(permit, 10);
        assertThat(permit.timer(WATCH)).as("asking moves nothing").isEqualTo("2026-03-10T08:30");
        assertThat(hall.as("guowei").opens(permit, "task_approveExtension"))
                .containsEntry("extensionDays", "10")
                .containsEntry("extensionRequestedBy", "赵刚")
                .containsEntry("extensionReason", "情况复杂，需补充核查。");

        way.answersExtension(permit, "approve");
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 3, 25));
        assertThat(permit.dates().statutoryDue()).contains(LocalDate.of(2026, 4, 14));
        assertThat(permit.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-03-25 17:00:00"));
        assertThat(permit.timer(WATCH)).isEqualTo("2026-03-20T08:30");
        refusalOf(() -> way.asksForExtension(permit, 5)).contains("只能延期一次");
    }

    @Test
    void anExtensionThatIsNotApprovedMovesNothing() {
        var permit = way.accepted();
        way.asksForExtension(permit, 10);
        refusalOf(() -> way.asksForExtension(permit, 5)).contains("等待审批");
        way.answersExtension(permit, "reject");
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 3, 11));
        assertThat(permit.timer(WATCH)).isEqualTo("2026-03-10T08:30");
        way.asksForExtension(permit, 5);
    }

    @Test
    void anExtensionIsRefusedBeyondItsLimitAndAfterTheStatutoryDay() {
        var permit = way.accepted();
        refusalOf(() -> way.asksForExtension(permit, 11)).contains("1至10日");
        hall.at("2026-03-30T10:00");
        way.asksForExtension(permit, 10);
        hall.at("2026-03-31T10:00");
        refusalOf(() -> way.answersExtension(permit, "approve")).contains("2026-03-30");
        assertThat(permit.dates().statutoryOverrun()).isTrue();
    }

    @Test
    void aDecisionMakesAWaitingExtensionPointless() {
        var permit = way.reviewed();
        hall.as("zhoutao").claim(permit, "task_decide");
        hall.as("zhoutao")
                .start(Measures.EXTENSION, Map.of("case", permit.number().value(), "days", 5, "reason", "需要时间"));
        way.decides(permit, "grant");
        assertThat(hall.as("guowei").find(permit, "task_approveExtension")).isNull();
        assertThat(permit.task().getTaskDefinitionKey()).isEqualTo("task_makeCertificate");
    }

    @Test
    void onlyWhoHasTheCaseInHandMayMoveItsClock() {
        var permit = way.accepted();
        var form = Map.<String, Object>of("case", permit.number().value(), "procedure", "听证", "plannedDays", 5);
        refusalOf(() -> hall.as("zhaogang").start(Measures.SPECIAL_PROCEDURE, form))
                .contains("办件");
        hall.as("zhaogang").claim(permit, "task_handle");
        refusalOf(() -> hall.as("qianwei").start(Measures.SPECIAL_PROCEDURE, form))
                .contains("办件");
        assertThat(hall.as("qianwei").startForm(Measures.SPECIAL_PROCEDURE))
                .doesNotContain(permit.number().value());
        assertThat(hall.as("zhaogang").startForm(Measures.SPECIAL_PROCEDURE))
                .contains(permit.number().value())
                .doesNotContain("李建国");
        assertThat(permit.dates().lamp()).contains(Lamp.GREEN);
    }

    @Test
    void aCorrectionStopsTheOrgansTimersAndItsSubmissionStartsThemAnew() {
        var permit = way.received();
        assertThat(permit.timer("event_noticePeriodLapsed")).isEqualTo("2026-03-09T17:00");
        assertThat(permit.timer(WATCH)).as("the last but one day").isEqualTo("2026-03-06T08:30");
        hall.at("2026-03-04T10:00");
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        hall.at("2026-03-20T10:00");
        assertThat(hall.runDueTimers(permit)).as("the applicant's time").isEmpty();
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        assertThat(permit.timer("event_noticePeriodLapsed")).isEqualTo("2026-03-27T17:00");
        assertThat(permit.timer(WATCH)).isEqualTo("2026-03-26T08:30");
        hall.at("2026-03-27T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH, "event_noticePeriodLapsed");
        assertThat(permit.timer(WATCH)).as("deemed accepted on 20 March").isEqualTo("2026-03-30T08:30");
    }

    @Test
    void deliveryIsWatchedFromTheDecisionOnAlsoWhileTheCertificateIsMade() {
        var permit = way.reviewed();
        way.decides(permit, "grant");
        assertThat(permit.timer(WATCH)).isEqualTo("2026-03-12T08:30");
        hall.at("2026-03-16T17:00");
        assertThat(hall.runDueTimers(permit)).containsExactly(WATCH);
        assertThat(permit.alarms()).containsExactlyInAnyOrder(DELIVERY_NEAR, DELIVERY_OVERRUN);
        assertThat(permit.task().getPriority()).isEqualTo(90);
        way.makesCertificate(permit);
        way.receivesResult(permit);
        way.issues(permit);
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void aMistakeIsPutRightByAReversingEntryAndTheTimersFollow() {
        var permit = way.accepted();
        hall.at("2026-03-05T10:00");
        way.startsSpecialProcedure(permit, "检验", 5);
        hall.at("2026-03-16T10:00");
        way.endsSpecialProcedure(permit);
        var wrong = permit.ledger().get(permit.ledger().size() - 1);
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 3, 20));

        var right = Optional.<ClockEvent>of(ClockEvent.specialProcedureEnded(LocalDate.of(2026, 3, 12)));
        ledger.reverse(permit.number(), wrong.id(), right, "检验报告于3月12日送达", "guowei");
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 3, 18));
        assertThat(permit.task().getDueDate()).isEqualTo(Timestamp.valueOf("2026-03-18 17:00:00"));
        assertThat(permit.timer(WATCH)).isEqualTo("2026-03-17T08:30");
        assertThat(permit.ledger()).contains(wrong);
        refusalOf(() -> ledger.reverse(permit.number(), wrong.id(), right, "再来一次", "guowei"))
                .contains("已被冲正");
        var accepted = permit.ledger().get(1);
        refusalOf(() -> ledger.reverse(permit.number(), accepted.id(), Optional.empty(), "误受理", "guowei"))
                .contains("不可能");
        assertThat(permit.dates().promisedDue()).contains(LocalDate.of(2026, 3, 18));
    }

    private String paused(ReceivedCase permit) {
        return (String)
                hall.engine().getTaskService().getVariableLocal(permit.task().getId(), TaskClock.PAUSED);
    }
}
