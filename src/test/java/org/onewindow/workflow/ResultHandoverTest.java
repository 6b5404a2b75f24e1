package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.CaseStep;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.issuance.ResultHandover;
import org.onewindow.issuance.ResultHandover.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 证件交接: what a department made reaches the issuing zone, paper by paper. */
@HallTest
class ResultHandoverTest {

    @Autowired
    private Hall hall;

    @Autowired
    private ResultHandover handover;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient database;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void nothingIsIssuedBeforeTheIssuingZoneHasReceivedIt() {
        var permit = way.handedOver();
        assertThat(permit.issuance()).isWaitingAt("task_receiveResult");
        assertThat(hall.as("wangfang").opens(permit, "task_receiveResult"))
                .containsEntry("handOverFrom", "昆都仑区卫生健康委员会")
                .containsEntry("handOverBy", "赵刚");
        assertThat(documents.current(permit.number(), DocumentKind.RESULT_HANDOVER))
                .isEmpty();

        way.receivesResult(permit);
        assertThat(permit.issuance()).isWaitingAt("task_issueResult");
        assertThat(handover.papers(permit.number()))
                .extracting(ResultHandover.Paper::state)
                .containsExactly(State.RECEIVED, State.RECEIVED);
        assertThat(documents.current(permit.number(), DocumentKind.RESULT_HANDOVER))
                .isPresent();
    }

    @Test
    void whatIsMissingIsSentBackAndHandedOverLater() {
        var permit = way.handedOver();
        receives(permit, "missing", true, false);
        assertThat(permit.issuance()).isWaitingAt("task_handOverMissing");
        assertThat(handover.papers(permit.number()))
                .extracting(ResultHandover.Paper::state)
                .containsExactly(State.RECEIVED, State.MISSING);
        assertThat(permit.steps())
                .last()
                .extracting(CaseStep::name, step -> step.outcome().orElseThrow(), step -> step.opinion()
                        .orElseThrow())
                .containsExactly("接收证件", "缺失，请部门补交", "卫生许可证正本没有移交。");
        assertThat(documents.current(permit.number(), DocumentKind.RESULT_HANDOVER))
                .isEmpty();

        assertThat(hall.as("zhaogang").opens(permit, "task_handOverMissing"))
                .containsEntry("handOverMissing", "卫生许可证正本没有移交。")
                .hasEntrySatisfying("papersHandedOver", papers -> assertThat(papers.toString())
                        .contains("缺失", "已接收"));
        hall.as("zhaogang").submit(permit, "task_handOverMissing", Map.of("handedOver", true));
        assertThat(handover.papers(permit.number()))
                .extracting(ResultHandover.Paper::state)
                .containsExactly(State.RECEIVED, State.HANDED_OVER);
        way.receivesResult(permit);
        way.issues(permit);
        assertThat(permit.stepNames()).endsWith("制证", "接收证件", "补交证件", "接收证件", "出件");
    }

    @Test
    void aReceiptThatDoesNotAgreeWithWhatWasTickedIsRefused() {
        var permit = way.handedOver();
        refusalOf(() -> receives(permit, "receive", true, false)).contains("“公共场所卫生许可证”没有勾选收到");
        refusalOf(() -> receives(permit, "missing", true, true)).contains("没有缺失");
        refusalOf(() -> hall.as("wangfang")
                        .submit(
                                permit,
                                "task_receiveResult",
                                Map.of("papers", rows(false, true), "outcome", "missing")))
                .contains("请填写“缺失的证件和文书”");
        assertThat(permit.issuance()).isWaitingAt("task_receiveResult");
    }

    @Test
    void nobodyButTheIssuingZoneReceives() {
        var permit = way.handedOver();
        assertThat(hall.as("zhaogang").find(permit, "task_receiveResult")).isNull();
        assertThat(hall.as("zhangmin").find(permit, "task_receiveResult")).isNull();
    }

    @Test
    void aRefusalIsHandedOverByTheDepartmentThatDecided() {
        var permit = way.reviewed();
        way.decides(permit, "deny");
        assertThat(hall.as("wangfang").opens(permit, "task_receiveResult"))
                .containsEntry("handOverBy", "周涛")
                .hasEntrySatisfying("papersHandedOver", papers -> assertThat(papers.toString())
                        .contains("不予行政许可决定书"));
    }

    /** 低保: the street handles, the civil affairs bureau makes the certificate. */
    @Test
    void whatIsMissingIsAskedOfTheDepartmentThatMadeIt() {
        var permit = way.reviewed();
        way.decides(permit, "grant");
        database.sql("update case_file set department = 'civil-affairs' where case_number = ?")
                .param(permit.number().value())
                .update();
        way.makesCertificate(permit);
        receives(permit, "missing", false, false);
        assertThat(hall.as("zhaogang").find(permit, "task_handOverMissing")).isNotNull();
        assertThat(hall.as("dongxue").find(permit, "task_handOverMissing")).isNull();
    }

    /** The hand-over takes the organ's time: the applicant waits. */
    @Test
    void theDeliveryClockRunsWhileSomethingIsMissing() {
        var permit = way.handedOver();
        var due = permit.dates().deliveryDue();
        receives(permit, "missing", true, false);
        assertThat(permit.dates().deliveryDue()).isEqualTo(due);
        assertThat(permit.timer("event_deadlineNears")).isEqualTo("2026-03-12T08:30");
        assertThat(permit.task().getDueDate()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update result_handover set state = 'received'",
                "delete from result_handover",
                "truncate result_handover"
            })
    void theDatabaseRefuses(String change) {
        assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    private void receives(Hall.ReceivedCase permit, String outcome, boolean... received) {
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_receiveResult",
                        Map.of("papers", rows(received), "outcome", outcome, "reason", "卫生许可证正本没有移交。"));
    }

    private static List<Map<String, Object>> rows(boolean... received) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var came : received) {
            rows.add(Map.of("received", came));
        }
        return rows;
    }
}
