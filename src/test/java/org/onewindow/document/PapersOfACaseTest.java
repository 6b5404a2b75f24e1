package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;

@HallTest
class PapersOfACaseTest {

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
    void everyStepHandsOutItsPaper() throws Exception {
        var permit = way.readyForIssuance();
        var papers = documents.of(permit.number());
        assertThat(papers)
                .extracting(IssuedDocument::kind)
                .containsExactly(
                        DocumentKind.RECEIPT,
                        DocumentKind.ACCEPTANCE,
                        DocumentKind.MATERIAL_HANDOVER,
                        DocumentKind.GRANT,
                        DocumentKind.RESULT,
                        DocumentKind.RESULT_HANDOVER);
        for (var paper : papers) {
            var out = Path.of("target/papers", paper.kind().code() + ".pdf");
            Files.createDirectories(out.getParent());
            Files.write(out, maker.file(paper));
            Files.write(Path.of("target/papers", paper.kind().code() + "-2.pdf"), maker.again(paper.id()));
        }
    }
}
