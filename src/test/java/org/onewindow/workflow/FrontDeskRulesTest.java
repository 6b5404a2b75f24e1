package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseFiles.Defect;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseState;
import org.springframework.beans.factory.annotation.Autowired;

/** 前台受理: complete and to standard, or told once and in full (行政许可法 art. 32). */
@HallTest
class FrontDeskRulesTest {

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

    @Test
    void acceptingIsRefusedWhileAMaterialIsMissing() {
        assertAcceptingRefused("hygiene-rules", "copiesReceived", 0, "公共场所卫生管理制度");
    }

    @Test
    void acceptingIsRefusedWhileAMaterialIsNotUpToStandard() {
        assertAcceptingRefused("inspection-report", "upToStandard", false, "公共场所卫生检测报告");
    }

    @Test
    void acceptingIsRefusedWhileAnOriginalWasNotChecked() {
        assertAcceptingRefused("legal-representative-identity", "originalChecked", false, "法定代表人（负责人）身份证明");
    }

    private void assertAcceptingRefused(String material, String field, Object value, String name) {
        var permit = way.received();
        var rows = rows(permit);
        rows.get(position(permit, material) - 1).put(field, value);
        var taskId = hall.as("zhangmin").claim(permit, "task_verifyMaterials").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("zhangmin").submitForm(taskId, Map.of("materials", rows, "outcome", "accept")))
                .contains("不能受理")
                .contains(name)
                .contains("补正");
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.frontDesk()).isWaitingAt("task_verifyMaterials");
    }

    @Test
    void aCorrectionNamesEveryDefectAtOnce() {
        var permit = hall.as("zhangmin")
                .receive(Forms.PERMIT, Forms.with(Forms.byAgent(Forms.permit()), "usesCentralAirConditioning", "yes"));
        assertThat(permit.materials()).hasSize(8);
        var rows = rows(permit);
        rows.get(0).put("copiesReceived", 0);
        rows.get(1).put("originalChecked", false);
        rows.get(3).put("upToStandard", false);
        rows.get(3).put("defect", "检测日期超过一年");
        rows.get(7).put("copiesReceived", 0);
        rows.get(7).put("upToStandard", false);
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", Map.of("materials", rows, "outcome", "correct"));
        assertThat(permit.state()).isEqualTo(CaseState.CORRECTION);
        assertThat(permit.defects())
                .containsExactly(
                        defect(permit, 1, "未提交"),
                        defect(permit, 2, "未出示原件核对"),
                        defect(permit, 4, "不符合要求：检测日期超过一年"),
                        defect(permit, 8, "未提交"));
        assertThat(hall.as("zhangmin")
                        .opens(permit, "task_registerCorrection")
                        .get("defects")
                        .toString())
                .as("the clerk reads them to the applicant")
                .contains("检测日期超过一年", "未出示原件核对", "代办人身份证");
    }

    @Test
    void aCorrectionWithoutADefectIsRefused() {
        var permit = way.received();
        refusalOf(() -> hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of())))
                .contains("没有需要补正的内容");
        assertThat(permit.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(permit.frontDesk()).hasNotPassed("task_notifyCorrection").isWaitingAt("task_verifyMaterials");
    }

    @Test
    void whatWasTickedIsThereWhenTheFormIsOpenedAfterACorrection() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        assertThat(permit.materials())
                .filteredOn(m -> !m.isComplete())
                .extracting(CaseMaterial::code, CaseMaterial::shortcoming)
                .containsExactly(tuple("floor-plan", "未提交：未标明面积"));
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", accept(permit));
        assertThat(permit.materials()).allMatch(CaseMaterial::isComplete);
    }

    private static Defect defect(Hall.ReceivedCase permit, int position, String text) {
        var material = permit.materials().get(position - 1);
        return new Defect(material.name(), text, material.standard());
    }

    private static int position(Hall.ReceivedCase permit, String code) {
        return permit.materials().stream()
                .filter(m -> m.code().equals(code))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private static List<Map<String, Object>> rows(Hall.ReceivedCase permit) {
        return permit.everything().stream()
                .<Map<String, Object>>map(HashMap::new)
                .toList();
    }
}
