package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.attachment.Upload;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.CaseStep;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.issuance.MaterialCustody.Original;
import org.onewindow.issuance.MaterialCustody.Whereabouts;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.check.CheckedCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 撤件: on the applicant's paper, at any step before the decision; file, clocks and engine end together. */
@HallTest
class CaseWithdrawalTest {

    private static final String REASON = "申请人改变经营计划，不再开办。";

    @Autowired
    private Hall hall;

    @Autowired
    private CaseWithdrawal withdrawal;

    @Autowired
    private Attachments attachments;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private MaterialCustody custody;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext application;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "received",
                "correcting",
                "accepted",
                "checked",
                "reviewed",
                "paused",
                "extended",
                "returned",
                "consulted",
                "overrun"
            })
    void atEveryStepBeforeTheDecisionEverythingEnds(String where) {
        var permit = brought(where);
        withdraws("zhangmin", permit);
        assertThat(permit.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(permit.dates().phase().label()).isEqualTo("已撤件");
        assertThat(permit.task()).as("no step is left").isNull();
        assertThat(hall.runDueTimers(permit)).as("no timer is left").isEmpty();
        assertThat(custody.of(permit.number()))
                .extracting(Original::whereabouts)
                .as("every original went back")
                .allMatch(Whereabouts.APPLICANT::equals);
        assertThat(permit.steps())
                .last()
                .extracting(
                        CaseStep::name, CaseStep::actor, step -> step.opinion().orElseThrow())
                .containsExactly("撤件", "zhangmin", REASON + "（凭撤件申请“撤件申请.pdf”）");
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    private ReceivedCase brought(String where) {
        var permit = where.equals("received") || where.equals("correcting") ? way.received() : way.accepted();
        switch (where) {
            case "received", "accepted" -> {
                // there it is
            }
            case "correcting" ->
                hall.as("zhangmin")
                        .submit(permit, "task_verifyMaterials", Forms.correct(permit, Map.of("floor-plan", "未标明面积")));
            case "checked" -> {
                way.handles(permit);
                way.checks(permit);
            }
            case "reviewed" -> {
                way.handles(permit);
                way.checks(permit);
                way.reviews(permit, "agree");
            }
            case "paused" -> way.startsSpecialProcedure(permit, "专家评审", 5);
            case "extended" -> way.asksForExtension(permit, 5);
            case "returned" -> way.returnsToWindow(permit);
            case "consulted" -> {
                hall.as("zhaogang").claim(permit, "task_handle");
                way.asks(permit, "zhaogang", "market-supervision", 3);
            }
            case "overrun" -> {
                hall.at("2026-03-12T10:00");
                hall.runDueTimers(permit);
            }
            default -> throw new IllegalArgumentException(where);
        }
        return permit;
    }

    @Test
    void notOnceItIsDecided() {
        var permit = way.handedOver();
        var paper = paper(permit);
        refusalOf(() -> withdraws("zhangmin", permit, paper, REASON)).contains("已经作出决定，不能撤件");
        way.receivesResult(permit);
        way.issues(permit);
        refusalOf(() -> withdraws("zhangmin", permit, paper, REASON)).contains("已经结束");
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void notTwice() {
        var permit = way.accepted();
        var paper = paper(permit);
        withdraws("zhangmin", permit, paper, REASON);
        refusalOf(() -> withdraws("zhangmin", permit, paper, REASON)).contains("已经结束（已撤件）");
    }

    @Test
    void onlyOnAPaperThatIsAmongTheCasesAttachments() {
        var permit = way.accepted();
        var other = way.accepted();
        long foreign = paper(other);
        long removed = paper(permit);
        attachments.remove(permit.number(), removed, "zhangmin");
        for (long wrong : new long[] {foreign, removed, 0}) {
            refusalOf(() -> withdraws("zhangmin", permit, wrong, REASON)).contains("撤件申请");
        }
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
        assertThat(permit.task()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 无 "})
    void onlyWithAReason(String reason) {
        var permit = way.accepted();
        var paper = paper(permit);
        refusalOf(() -> withdraws("zhangmin", permit, paper, reason)).contains("理由");
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liuyang", "zhaogang", "wujing", "guowei", "fengxue", "wangfang", "admin"})
    void nobodyElseThanTheWindowAndWhoeverHasTheStepInHand(String account) {
        var permit = way.accepted();
        var paper = paper(permit);
        assertThat(withdrawal.isOpenTo(permit.file(), accounts.find(account).orElseThrow()))
                .isFalse();
        refusalOf(() -> withdraws(account, permit, paper, REASON)).contains("由本办件的受理窗口或者正在办理的人员办理");
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void whoeverHasTheStepInHandMay() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        withdraws("zhaogang", permit);
        assertThat(permit.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    /** Their task is an opinion, not a step of the case. */
    @Test
    void whoIsAskedForAnOpinionMayNot() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        way.asks(permit, "zhaogang", "market-supervision", 3);
        hall.as("wujing").claim(permit, "task_giveOpinion");
        assertThat(withdrawal.isOpenTo(permit.file(), accounts.find("wujing").orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update withdrawal set reason = ''", "delete from withdrawal", "truncate withdrawal"})
    void theDatabaseRefuses(String change) {
        assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    private void withdraws(String account, ReceivedCase permit) {
        withdraws(account, permit, paper(permit), REASON);
    }

    private void withdraws(String account, ReceivedCase permit, long paper, String reason) {
        withdrawal.withdraw(permit.file(), paper, reason, accounts.find(account).orElseThrow());
    }

    private long paper(ReceivedCase permit) {
        var content = new ByteArrayResource(Samples.pdf("withdrawal of " + permit.number()));
        return attachments
                .add(
                        permit.number(),
                        Optional.empty(),
                        List.of(new Upload("撤件申请.pdf", content)),
                        Optional.of("zhangmin"))
                .get(0)
                .id();
    }
}
