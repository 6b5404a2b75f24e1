package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.CaseStep;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.check.CheckedCase;
import org.onewindow.workflow.clock.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 退回综窗: the window puts right what it accepted in error, while the clock goes on and the handler's step waits. */
@HallTest
class AcceptanceReturnTest {

    @Autowired
    private Hall hall;

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
    void theWindowGetsATaskAndTheHandlersStepWaits() {
        var permit = way.accepted();
        way.returnsToWindow(permit);
        assertThat(hall.as("zhangmin").opens(permit, "task_recheckAcceptance"))
                .containsEntry("returnError", "材料不符合要求")
                .containsEntry("returnReason", "平面图没有标明卫生设施的位置。")
                .containsEntry("returnedBy", "赵刚");
        refusalOf(() -> way.handles(permit)).contains("已退回综窗补核，请等窗口答复");
        assertThat(permit.task().getAssignee()).isEqualTo("zhaogang");
        assertThat(permit.steps())
                .last()
                .extracting(
                        CaseStep::name, CaseStep::actor, step -> step.outcome().orElseThrow())
                .containsExactly("退回综窗", "zhaogang", "材料不符合要求");
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corrected", "unresolved", "upheld"})
    void afterTheAnswerTheHandlerGoesOn(String outcome) {
        var permit = way.accepted();
        way.returnsToWindow(permit);
        answers(permit, outcome, permit.everything());
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
        assertThat(permit.stepNames()).endsWith("退回综窗", "材料补核");
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
        way.handles(permit);
        way.checks(permit);
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    @Test
    void theOrgansClockDoesNotStop() {
        var permit = way.accepted();
        var before = permit.dates();
        way.returnsToWindow(permit);
        hall.at("2026-03-04T10:00");
        answers(permit, "corrected", permit.everything());
        assertThat(permit.dates().promisedDue()).isEqualTo(before.promisedDue());
        assertThat(permit.dates().statutoryDue()).isEqualTo(before.statutoryDue());
        assertThat(permit.dates().used()).isEqualTo(2);
        assertThat(permit.ledger()).hasSize(2);
    }

    @Test
    void whatTheWindowSaysIsPutRightMustBeComplete() {
        var permit = way.accepted();
        way.returnsToWindow(permit);
        var lacking = permit.everythingBut(Map.of("floor-plan", "仍未标明"));
        refusalOf(() -> answers(permit, "corrected", lacking)).contains("尚未补齐", "平面图");
        assertThat(material(permit, "floor-plan").isComplete()).isTrue();
        answers(permit, "unresolved", lacking);
        assertThat(material(permit, "floor-plan").isComplete()).isFalse();
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    @Test
    void notOnceAStepOfTheBackOfficeIsTaken() {
        var permit = way.checked();
        way.reviews(permit, "return");
        refusalOf(() -> way.returnsToWindow(permit)).contains("后台环节已经办理，不能再退回综窗");
        assertThat(permit.stepNames()).doesNotContain("退回综窗");
    }

    @Test
    void notTwiceAtOnceButAgainAfterTheAnswer() {
        var permit = way.accepted();
        way.returnsToWindow(permit);
        refusalOf(() -> way.returnsToWindow(permit)).contains("已经退回综窗");
        answers(permit, "upheld", permit.everything());
        hall.at("2026-03-02T11:00");
        way.returnsToWindow(permit);
        assertThat(CheckedCase.disagreements(application, permit.number())).isEmpty();
    }

    /** Whoever has not claimed the step does not find the case in the form. */
    @Test
    void onlyByTheHandlerWhoHasTheStepInHand() {
        var permit = way.accepted();
        way.returnsToWindow(permit);
        answers(permit, "upheld", permit.everything());
        refusalOf(() -> returns("qianwei", permit)).contains("选项不存在");
        refusalOf(() -> returns("wujing", permit)).contains("选项不存在");
        assertThat(hall.as("zhangmin").find(permit, "task_recheckAcceptance")).isNull();
    }

    @Test
    void anotherWindowDoesNotSeeTheTask() {
        var permit = way.accepted();
        way.returnsToWindow(permit);
        assertThat(hall.as("liuyang").find(permit, "task_recheckAcceptance")).isNull();
        assertThat(hall.as("zhaogang").find(permit, "task_recheckAcceptance")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update acceptance_return set reason = ''",
                "delete from acceptance_return_answer",
                "truncate acceptance_return, acceptance_return_answer"
            })
    void theDatabaseRefuses(String change) {
        assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    private void returns(String account, ReceivedCase permit) {
        hall.as(account)
                .start(
                        Measures.ACCEPTANCE_RETURN,
                        Map.of("case", permit.number().value(), "error", "materials-missing", "reason", "缺少检测报告。"));
    }

    private void answers(ReceivedCase permit, String outcome, List<Map<String, Object>> materials) {
        var form = new HashMap<String, Object>(Map.of("outcome", outcome, "opinion", "已与申请人核实。"));
        form.put("materials", materials);
        hall.as("zhangmin").submit(permit, "task_recheckAcceptance", form);
    }

    private static CaseMaterial material(ReceivedCase permit, String code) {
        return permit.materials().stream()
                .filter(material -> material.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
