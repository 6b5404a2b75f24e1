package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.CaseStep;
import org.onewindow.casefile.Consultations;
import org.onewindow.casefile.Consultations.Outcome;
import org.onewindow.casefile.TakenBy;
import org.onewindow.organization.Absence.Plan;
import org.onewindow.organization.Absences;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.check.CheckedCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 会办: other departments are asked for their opinions; the clock goes on, and nothing is decided before they have answered. */
@HallTest
class ConsultationTest {

    private static final String MARKET = "market-supervision";

    @Autowired
    private Hall hall;

    @Autowired
    private Consultations consultations;

    @Autowired
    private ConsultationDesk desk;

    @Autowired
    private AbsenceCover cover;

    @Autowired
    private Absences absences;

    @Autowired
    private StaffAccounts accounts;

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

    @Test
    void theAskedDepartmentsHandlersGetTheCasesFactsAndWhatIsAsked() {
        var permit = asked();
        assertThat(hall.as("wujing").opens(permit, "task_giveOpinion"))
                .containsEntry("consultationQuestion", "该场所是否有未办结的经营违法案件？")
                .containsEntry("consultationBy", "赵刚")
                .containsEntry("consultationDue", "2026-03-05")
                .containsEntry("applicant", "李**");
        assertThat(hall.as("wujing").find(permit, "task_giveOpinion").getDueDate())
                .isEqualTo("2026-03-05T17:00:00.000");
        assertThat(hall.as("zhenghao").find(permit, "task_giveOpinion")).isNull();
        assertThat(hall.as("zhaogang").find(permit, "task_giveOpinion")).isNull();
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    @Test
    void theAskerSeesTheAnswerAmongTheSteps() {
        var permit = asked();
        hall.as("wujing").submit(permit, "task_giveOpinion", opinion("agree", "没有未办结的案件。"));
        assertThat(permit.steps())
                .last()
                .extracting(
                        CaseStep::name, CaseStep::actor, step -> step.outcome().orElseThrow(), step -> step.opinion()
                                .orElseThrow())
                .containsExactly("会办意见", "wujing", "同意", "没有未办结的案件。");
        assertThat(String.valueOf(
                        hall.as("zhaogang").opens(permit, "task_handle").get("steps")))
                .contains("会办意见", "没有未办结的案件。");
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    @Test
    void theClockGoesOn() {
        var permit = way.accepted();
        var before = permit.dates();
        hall.as("zhaogang").claim(permit, "task_handle");
        way.asks(permit, "zhaogang", MARKET, 3);
        hall.at("2026-03-04T10:00");
        assertThat(permit.dates().promisedDue()).isEqualTo(before.promisedDue());
        assertThat(permit.dates().used()).isEqualTo(2);
        assertThat(permit.dates().runningPause()).isEmpty();
    }

    @Test
    void severalDepartmentsAtOnceAndNoDecisionBeforeTheLastHasAnswered() {
        var permit = way.reviewed();
        hall.as("zhoutao").claim(permit, "task_decide");
        way.asks(permit, "zhoutao", MARKET, 3);
        way.asks(permit, "zhoutao", "housing-construction", 2);
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
        refusalOf(() -> way.decides(permit, "grant")).contains("市场监督管理局", "住房和城乡建设局", "会办意见尚未答复，不能作出决定");
        hall.as("wujing").submit(permit, "task_giveOpinion", opinion("agree", "没有未办结的案件。"));
        refusalOf(() -> way.decides(permit, "deny")).contains("住房和城乡建设局").doesNotContain("市场监督管理局");
        cancels("zhoutao", permit, open(permit), "与本件无关，不再需要。");
        way.decides(permit, "grant");
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    @Test
    void aCancelledConsultationLeavesNoTaskAndSaysWhy() {
        var permit = asked();
        long id = open(permit);
        refusalOf(() -> cancels("zhaogang", permit, id, " ")).contains("请写明取消会办的理由");
        refusalOf(() -> cancels("wujing", permit, id, "不再需要。")).contains("由承办部门办理");
        cancels("zhaogang", permit, id, "申请人已提交证明。");
        assertThat(hall.as("wujing").find(permit, "task_giveOpinion")).isNull();
        assertThat(consultations.require(id).answer().orElseThrow().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(permit.stepNames()).endsWith("请部门会办", "取消会办");
        refusalOf(() -> cancels("zhaogang", permit, id, "再取消一次。")).contains("已经答复或者取消");
        refusalOf(() -> cancels("zhaogang", way.accepted(), id, "别的办件。")).contains("本办件没有这项会办");
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    @Test
    void aDeputyAsksInTheNameOfWhoeverIsAway() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        var day = LocalDate.parse("2026-03-02");
        var zhaogang = accounts.find("zhaogang").orElseThrow();
        cover.enter(new Plan("zhaogang", day, day, Set.of(), "qianwei", false, "外出培训"), zhaogang);
        try {
            refusalOf(() -> way.asks(permit, "zhaogang", MARKET, 3)).contains("选项不存在");
            way.asks(permit, "qianwei", MARKET, 3);
            assertThat(permit.steps())
                    .last()
                    .extracting(CaseStep::taken)
                    .isEqualTo(new TakenBy("qianwei", Optional.of("zhaogang")));
        } finally {
            absences.of(List.of("zhaogang"), "").stream()
                    .filter(absence -> absence.revoked().isEmpty())
                    .forEach(absence -> cover.revoke(absence.id(), zhaogang));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "health-commission, 3, 不用请自己会办",
        "market-supervision, 8, 不能晚于本办件的承诺办结日期",
        "market-supervision, 0, 以上",
        "no-such-department, 3, 选项不存在"
    })
    void whatMakesNoSenseIsNotAsked(String department, int days, String refusal) {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        refusalOf(() -> way.asks(permit, "zhaogang", department, days)).contains(refusal);
        assertThat(consultations.of(permit.number())).isEmpty();
    }

    @Test
    void oneDepartmentIsNotAskedTwiceAtOnce() {
        var permit = asked();
        refusalOf(() -> way.asks(permit, "zhaogang", MARKET, 3)).contains("已经请这个部门会办");
        hall.as("wujing").submit(permit, "task_giveOpinion", opinion("disagree", "有未办结的案件。"));
        way.asks(permit, "zhaogang", MARKET, 3);
        assertThat(consultations.of(permit.number())).hasSize(2);
    }

    @Test
    void onlyWhoeverHasAStepInHandAsks() {
        var permit = way.accepted();
        refusalOf(() -> way.asks(permit, "zhaogang", MARKET, 3)).contains("选项不存在");
        hall.as("zhaogang").claim(permit, "task_handle");
        refusalOf(() -> way.asks(permit, "qianwei", MARKET, 3)).contains("选项不存在");
        var decided = way.reviewed();
        way.decides(decided, "grant");
        hall.as("zhaogang").claim(decided, "task_makeCertificate");
        refusalOf(() -> way.asks(decided, "zhaogang", MARKET, 3)).contains("待出件");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update consultation set question = ''",
                "delete from consultation_answer",
                "truncate consultation, consultation_answer"
            })
    void theDatabaseRefuses(String change) {
        assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    private ReceivedCase asked() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        way.asks(permit, "zhaogang", MARKET, 3);
        return permit;
    }

    private long open(ReceivedCase permit) {
        return consultations.open(permit.number()).get(0).id();
    }

    private void cancels(String account, ReceivedCase permit, long id, String reason) {
        desk.cancel(permit.number(), id, reason, accounts.find(account).orElseThrow());
    }
}
