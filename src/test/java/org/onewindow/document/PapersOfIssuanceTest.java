package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    /** Without the breaks that a narrow cell makes. Also left in target/papers, to be looked at. */
    private String text(Hall.ReceivedCase received, DocumentKind kind) throws IOException {
        var paper = documents.current(received.number(), kind).orElseThrow();
        var pdf = maker.file(paper);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", kind.code() + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
