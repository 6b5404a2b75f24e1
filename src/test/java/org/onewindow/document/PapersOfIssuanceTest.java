package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;

/** 送达回证、证件交接单、材料交接单: what the hand-overs leave on paper. */
@HallTest
class PapersOfIssuanceTest {

    @Autowired
    Hall hall;

    @Autowired
    Documents documents;

    @Autowired
    DocumentMaker maker;

    PermitWay way;

    @BeforeEach
    void open() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void aDeliveryLeavesItsReceipt() throws IOException {
        var permit = way.readyForIssuance();
        way.issues(permit);
        var receipt = text(permit, DocumentKind.DELIVERY);
        assertThat(receipt)
                .contains("送达回证", permit.number().value(), "李建国", "申请人领取", "核对取件码", "王芳")
                .contains(permit.file().result().orElseThrow().number())
                .contains("公共场所卫生许可证", "准予行政许可决定书")
                .contains("2026年3月2日09:00");
    }

    @Test
    void aHandOverLeavesASlipThatNamesBothSides() throws IOException {
        var permit = way.readyForIssuance();
        assertThat(text(permit, DocumentKind.RESULT_HANDOVER))
                .contains("证件交接单", permit.number().value(), "昆都仑区卫生健康委员会", "赵刚", "王芳", "2026年3月2日09:00")
                .contains("公共场所卫生许可证", permit.file().result().orElseThrow().number(), "已接收");
    }

    @Test
    void originalsThatAreConfirmedLeaveASlip() throws IOException {
        var permit = way.accepted();
        assertThat(documents.current(permit.number(), DocumentKind.MATERIAL_HANDOVER))
                .isEmpty();
        way.handles(permit);
        assertThat(text(permit, DocumentKind.MATERIAL_HANDOVER))
                .contains("材料交接单", permit.number().value(), "张敏", "赵刚", "昆都仑区卫生健康委员会", "2026年3月2日09:00")
                .contains("公共场所卫生检测报告", "部门已接收")
                .doesNotContain("身份证明");
    }

    @Test
    void originalsThatGoBackLeaveASlip() throws IOException {
        var permit = way.readyForIssuance();
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_issueResult",
                        Forms.with(
                                Forms.pickUpByCode(permit.file().pickupCode()),
                                "originalsReturned",
                                List.of("inspection-report")));
        assertThat(text(permit, DocumentKind.MATERIAL_HANDOVER, "-back"))
                .contains("公共场所卫生检测报告", "退还申请人", "留存归档", "李建国", "王芳");
    }

    @Test
    void aParcelIsOnItsReceipt() throws IOException {
        var permit = hall.as("zhangmin").receive(Forms.PERMIT, Forms.with(Forms.permit(), "address", "昆都仑区钢铁大街1号"));
        way.toIssuance(permit);
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_issueResult",
                        Map.of(
                                "manner", "post",
                                "postTo", "on-file",
                                "carrier", "中国邮政速递物流",
                                "trackingNumber", "1150203000018"));
        assertThat(text(permit, DocumentKind.DELIVERY, "-post"))
                .contains("邮寄送达", "昆都仑区钢铁大街1号", "1150203000018", "寄递企业投递时核对")
                .doesNotContain("13804721000");
    }

    private String text(Hall.ReceivedCase received, DocumentKind kind) throws IOException {
        return text(received, kind, "");
    }

    /** Without the breaks that a narrow cell makes. Also left in target/papers, to be looked at. */
    private String text(Hall.ReceivedCase received, DocumentKind kind, String suffix) throws IOException {
        var paper = documents.current(received.number(), kind).orElseThrow();
        var pdf = maker.file(paper);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", kind.code() + suffix + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
