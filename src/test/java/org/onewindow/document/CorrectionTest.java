package org.onewindow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A paper is put right by a new version, never by rewriting it (更正). */
@HallTest
class CorrectionTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentIssue issue;

    @Autowired
    private JdbcClient jdbc;

    private PermitWay way;

    @BeforeEach
    void open() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant", "deny"})
    void whereTheCaseFileSaysTheSameTheNewVersionDoes(String decision) {
        var permit = way.accepted();
        way.handles(permit);
        way.checks(permit);
        way.reviews(permit, "agree");
        way.decides(permit, decision);
        if (decision.equals("grant")) {
            way.makesCertificate(permit);
        }
        way.receivesResult(permit);
        way.issues(permit);
        for (var kind : DocumentKind.values()) {
            documents
                    .current(permit.number(), kind)
                    .filter(paper -> !kind.isHandover())
                    .ifPresent(paper -> {
                        issue.correct(paper, "盖章不清", "guowei");
                        var now = documents.current(permit.number(), kind).orElseThrow();
                        assertThat(said(now)).as(paper.title()).isEqualTo(said(paper));
                    });
        }
    }

    /** What the case file says now is the second procedure. */
    @Test
    void theNoticeOfOneProcedureDoesNotBecomeThatOfAnother() {
        var permit = way.accepted();
        way.startsSpecialProcedure(permit, "专家评审", 5);
        way.endsSpecialProcedure(permit);
        var first = documents
                .current(permit.number(), DocumentKind.SPECIAL_PROCEDURE)
                .orElseThrow();
        hall.at("2026-03-04T09:00");
        way.startsSpecialProcedure(permit, "听证", 9);
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> issue.correct(first, "盖章不清", "guowei"))
                .withMessageContaining("只能更正最近的一份");
    }

    /** By now the case file knows where the originals went after it. */
    @Test
    void aHandOverIsWrittenOnce() {
        var permit = way.readyForIssuance();
        for (var kind : List.of(DocumentKind.MATERIAL_HANDOVER, DocumentKind.RESULT_HANDOVER)) {
            var paper = documents.current(permit.number(), kind).orElseThrow();
            assertThatExceptionOfType(RefusedInput.class)
                    .isThrownBy(() -> issue.correct(paper, "盖章不清", "fengxue"))
                    .withMessageContaining("当时的交接");
        }
    }

    private String said(IssuedDocument paper) {
        return jdbc.sql("select (facts::jsonb - 'code' - 'version')::text from document where id = ?")
                .param(paper.id())
                .query(String.class)
                .single();
    }

    @Test
    void theOldVersionStaysAndTheNewOneSaysWhy() {
        var permit = way.accepted();
        var old = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        issue.correct(old, " 申请人名称有误 ", "guowei");
        var now = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        assertThat(now.number()).isEqualTo(old.number());
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.code()).isNotEqualTo(old.code());
        assertThat(now.correctedFor()).contains("申请人名称有误");
        var before = documents.find(old.id()).orElseThrow();
        assertThat(before.state(hall.today())).isEqualTo(IssuedDocument.State.CORRECTED);
        assertThat(before.correctedFor()).isEmpty();
    }

    @Test
    void whatIsCorrectedAlreadyIsNotCorrectedAgain() {
        var permit = way.accepted();
        var old = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        issue.correct(old, "申请人名称有误", "guowei");
        // Somebody whose page shows the paper as it was.
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> issue.correct(old, "申请人名称有误", "guowei"))
                .withMessageContaining("请刷新页面");
    }
}
