package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.pickUpByCode;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.CaseState;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.issuance.MaterialCustody.Original;
import org.onewindow.issuance.MaterialCustody.Whereabouts;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 材料原件的去向: every original that an applicant hands in is somewhere, until it went back or was filed. */
@HallTest
class MaterialCustodyTest {

    private static final Set<String> ORIGINALS =
            Set.of("application-form", "floor-plan", "inspection-report", "hygiene-rules");

    @Autowired
    private Hall hall;

    @Autowired
    private MaterialCustody custody;

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

    /** The identity card was only compared; it went back at once. */
    @Test
    void theWindowTakesOriginalsInAndNotWhatItComparesOnTheSpot() {
        var permit = way.accepted();
        assertThat(whereabouts(permit)).containsOnlyKeys(ORIGINALS).values().containsOnly(Whereabouts.WINDOW);
    }

    @Test
    void theDepartmentConfirmsThemInItsFirstStepAndOnlyOnce() {
        var permit = way.accepted();
        assertThat(hall.as("zhaogang").opens(permit, "task_handle").get("originalsPassedOn"))
                .isEqualTo("公共场所卫生许可申请表1份、公共场所平面图及卫生设施平面布局图1份、公共场所卫生检测报告1份、公共场所卫生管理制度1份");
        refusalOf(() -> hall.as("zhaogang").submit(permit, "task_handle", opinion("propose-grant", "拟同意。")))
                .contains("请勾选“上列材料原件已清点接收”");
        way.handles(permit);
        assertThat(whereabouts(permit)).containsOnlyKeys(ORIGINALS).values().containsOnly(Whereabouts.DEPARTMENT);
        way.checks(permit);
        way.reviews(permit, "return");
        hall.as("zhaogang").submit(permit, "task_handle", opinion("propose-grant", "补充说明。"));
        assertThat(papers(permit)).isEqualTo(1);
    }

    @Test
    void withTheResultEachGoesBackOrStaysOnFile() {
        var permit = way.readyForIssuance();
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_issueResult",
                        with(pickUpByCode(permit.file().pickupCode()), "originalsReturned", List.of("floor-plan")));
        assertThat(whereabouts(permit))
                .containsEntry("floor-plan", Whereabouts.APPLICANT)
                .containsEntry("application-form", Whereabouts.FILE);
        assertThat(custody.held(permit.number())).isEmpty();
        assertThat(papers(permit)).as("to the department, and back").isEqualTo(2);
    }

    @Test
    void aCaseIsNotClosedWhileAnOriginalIsUnaccountedFor() {
        var permit = way.readyForIssuance();
        database.sql("""
                        insert into material_custody (case_number, material, copies, whereabouts, actor, at)
                        values (?, 'floor-plan', 1, 'window', 'zhangmin', now())""").param(permit.number().value()).update();
        var form = pickUpByCode(permit.file().pickupCode());
        refusalOf(() -> hall.as("wangfang").submit(permit, "task_issueResult", form))
                .contains("公共场所平面图及卫生设施平面布局图", "没有确认接收", "不能办结", "退还申请人");
        assertThat(permit.issuance()).isWaitingAt("task_issueResult");
        assertThat(permit.state()).isEqualTo(CaseState.READY);
        hall.as("wangfang").submit(permit, "task_issueResult", with(form, "originalsReturned", List.of("floor-plan")));
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void whatAWindowDecidesItFilesItself() {
        var shop = hall.as("liuyang").receive(Forms.BUSINESS, Forms.business());
        hall.as("liuyang").submit(shop, "task_verifyMaterials", accept(shop));
        hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion("grant", "材料齐全。"));
        hall.as("liuyang")
                .submit(shop, "task_issueResult", pickUpByCode(shop.file().pickupCode()));
        assertThat(whereabouts(shop)).isNotEmpty().values().containsOnly(Whereabouts.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decline", "refuse", "withdraw"})
    void aCaseThatIsNotAcceptedLeavesNothingBehind(String outcome) {
        var permit = way.received();
        hall.as("zhangmin")
                .submit(
                        permit,
                        "task_verifyMaterials",
                        with(Forms.reject(permit, outcome, "不属于本机关职权。"), "competentOrgan", "区住建局"));
        assertThat(whereabouts(permit)).containsOnlyKeys(ORIGINALS).values().containsOnly(Whereabouts.APPLICANT);
        assertThat(papers(permit)).isEqualTo(1);
    }

    @Test
    void aCorrectionBringsInWhatWasMissing() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        assertThat(whereabouts(permit)).containsKey("application-form").doesNotContainKey("floor-plan");
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        way.accepts(permit);
        assertThat(whereabouts(permit)).containsEntry("floor-plan", Whereabouts.WINDOW);
    }

    @Test
    void aCorrectionThatNeverCameLeavesNothingBehind() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "withdraw", "reason", "不办了。"));
        assertThat(whereabouts(permit)).isNotEmpty().values().containsOnly(Whereabouts.APPLICANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update material_custody set whereabouts = 'file'",
                "delete from material_custody",
                "truncate material_custody"
            })
    void theDatabaseRefuses(String change) {
        assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    private Map<String, Whereabouts> whereabouts(ReceivedCase received) {
        return custody.of(received.number()).stream().collect(Collectors.toMap(Original::code, Original::whereabouts));
    }

    private long papers(ReceivedCase received) {
        return documents.of(received.number()).stream()
                .filter(document -> document.kind() == DocumentKind.MATERIAL_HANDOVER)
                .count();
    }
}
