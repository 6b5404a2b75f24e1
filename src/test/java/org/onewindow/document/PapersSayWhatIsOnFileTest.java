package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.reject;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;

/** The text of each paper, read back from its PDF, is that of the case file and the ledger. */
@HallTest
class PapersSayWhatIsOnFileTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentMaker maker;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void theReceiptListsWhatCameIn() {
        var permit = hall.as("zhangmin").receive(Forms.PERMIT, Forms.byAgent(Forms.permit()));
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        assertThat(text(permit, DocumentKind.RECEIPT))
                .contains(
                        "收件凭证",
                        permit.number().value(),
                        "李建国",
                        "王秀兰",
                        "公共场所卫生许可（新办）",
                        permit.file().pickupCode(),
                        "2026年3月2日09:00",
                        "收件人张敏",
                        "公共场所卫生许可申请表原件1",
                        "公共场所平面图及卫生设施平面布局图原件0",
                        "复印件，核对原件1",
                        "最迟于2026年3月9日告知",
                        "昆都仑区政务服务局");
    }

    @Test
    void onlyTheFirstCountMakesAReceipt() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", accept(permit));
        assertThat(documents.of(permit.number()))
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.RECEIPT, DocumentKind.CORRECTION, DocumentKind.ACCEPTANCE);
    }

    @Test
    void theAcceptanceGivesBothDueDates() {
        var permit = way.accepted();
        assertThat(text(permit, DocumentKind.ACCEPTANCE))
                .contains(
                        "受理通知书",
                        "李建国：",
                        "决定予以受理",
                        "受理日期2026年3月2日",
                        "承诺办结日期2026年3月11日",
                        "法定办结日期2026年3月30日",
                        "《公共场所卫生管理条例》第四条、第八条",
                        "取件码",
                        "昆都仑区卫生健康委员会2026年3月2日");
    }

    @Test
    void aDeemedAcceptanceSaysWhy() {
        var permit = way.received();
        hall.at("2026-03-09T18:00");
        hall.runDueTimers(permit);
        assertThat(text(permit, DocumentKind.ACCEPTANCE)).contains("自收到申请材料之日起即为受理", "受理日期2026年3月2日");
    }

    @Test
    void theCorrectionNamesEveryDefectWithItsStandard() {
        var permit = way.received();
        hall.as("zhangmin")
                .submit(
                        permit,
                        "task_verifyMaterials",
                        correct(permit, Map.of("floor-plan", "未标明面积", "inspection-report", "检测日期超过一年")));
        var text = text(permit, DocumentKind.CORRECTION);
        assertThat(text).contains("一次性补正告知书", "共2项", "未标明面积", "检测日期超过一年", "请于2026年4月14日前");
        assertThat(permit.defects()).hasSize(2).allSatisfy(defect -> assertThat(text)
                .contains(defect.name(), defect.defect(), defect.standard()));
    }

    @Test
    void aRefusalNamesTheCompetentOrganAndTheRemedies() {
        var permit = way.received();
        hall.as("zhangmin")
                .submit(
                        permit,
                        "task_verifyMaterials",
                        Forms.with(reject(permit, "refuse", "场所位于青山区"), "competentOrgan", "青山区卫生健康委员会"));
        assertThat(text(permit, DocumentKind.NOT_COMPETENT))
                .contains("不予受理通知书", "场所位于青山区", "青山区卫生健康委员会", "六十日内向昆都仑区人民政府申请行政复议", "六个月内", "包头市昆都仑区人民法院");
    }

    @Test
    void whereNoLicenceIsNeededThePaperSaysSo() {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", reject(permit, "decline", "私人住宅不属于公共场所"));
        assertThat(text(permit, DocumentKind.NOT_NEEDED)).contains("不受理告知书", "依法不需要取得行政许可", "私人住宅不属于公共场所");
    }

    @Test
    void theApplicantIsToldWhatASpecialProcedureTakes() {
        var permit = way.accepted();
        way.startsSpecialProcedure(permit, "专家评审", 10);
        assertThat(text(permit, DocumentKind.SPECIAL_PROCEDURE))
                .contains("特别程序期限告知书", "专家评审", "所需时间10个工作日", "预计结束日期2026年3月16日", "第四十五条");
        assertThat(documents.current(permit.number(), DocumentKind.SPECIAL_PROCEDURE))
                .get()
                .extracting(IssuedDocument::number)
                .isEqualTo(permit.dates().runningPause().orElseThrow().notice().orElseThrow());
    }

    @Test
    void anExtensionSaysWhyAndWhoApproved() {
        var permit = way.accepted();
        way.asksForExtension(permit, 5);
        way.answersExtension(permit, "approve");
        assertThat(text(permit, DocumentKind.EXTENSION))
                .contains("延期通知书", "经本机关负责人郭伟批准，延长5个工作日", "情况复杂，需补充核查。", "法定办结日期2026年4月7日");
    }

    @Test
    void aPermitIsADecisionAndACertificate() {
        var permit = way.readyForIssuance();
        var result = permit.file().result().orElseThrow();
        assertThat(text(permit, DocumentKind.GRANT))
                .contains("准予行政许可决定书", "决定准予行政许可，颁发公共场所卫生许可证", result.number(), "有效期至2030年3月1日");
        assertThat(text(permit, DocumentKind.RESULT))
                .contains("公共场所卫生许可证", result.number(), "李建国", "昆区如家旅馆", "260", "有效期至2030年3月1日");
    }

    @Test
    void aDenialGivesReasonsAndRemedies() {
        var permit = way.reviewed();
        hall.as("zhoutao").submit(permit, "task_decide", opinion("deny", "平面布局不符合卫生要求。"));
        var denial = documents.current(permit.number(), DocumentKind.DENIAL).orElseThrow();
        assertThat(denial.number())
                .isEqualTo(permit.file().result().orElseThrow().number());
        assertThat(text(permit, DocumentKind.DENIAL))
                .contains("不予行政许可决定书", "平面布局不符合卫生要求。", "行政复议", "六个月内", "自收到本决定书之日起");
    }

    @Test
    void whatIsHandedOverAndDeliveredNamesBothSides() {
        var permit = way.readyForIssuance();
        way.issues(permit);
        var number = permit.file().result().orElseThrow().number();
        assertThat(text(permit, DocumentKind.MATERIAL_HANDOVER)).contains("材料交接单", "公共场所卫生许可申请表", "昆都仑区卫生健康委员会", "赵刚");
        assertThat(text(permit, DocumentKind.RESULT_HANDOVER)).contains("证件交接单", number, "赵刚", "王芳");
        assertThat(text(permit, DocumentKind.DELIVERY)).contains("送达回证", "公共场所卫生许可证", number, "李建国", "王芳");
    }

    @Test
    void anOrganisationIsSpokenToAsOne() {
        var permit = hall.as("zhangmin").receive(Forms.PERMIT, Forms.byOrganization(Forms.permit()));
        way.accepts(permit);
        assertThat(text(permit, DocumentKind.ACCEPTANCE)).contains("包头市清泉商贸有限公司：你单位于");
    }

    /** Of a PDF that is valid PDF/A-2u and bears its organ's seal. */
    private String text(Hall.ReceivedCase received, DocumentKind kind) {
        var document = documents.current(received.number(), kind).orElseThrow();
        var pdf = new Pdf(maker.file(document));
        pdf.keep(kind.code());
        assertThat(pdf.faults()).as("veraPDF").isEmpty();
        assertThat(pdf.flavour()).isEqualTo("2u");
        assertThat(pdf.sealedBy()).isEqualTo(document.organName());
        var text = pdf.text();
        assertThat(text).contains(document.number(), document.code().printed());
        return text;
    }
}
