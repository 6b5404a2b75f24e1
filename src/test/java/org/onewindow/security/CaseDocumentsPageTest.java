package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page 文书 of a case: who reads it, who corrects and revokes. */
@HallTest
class CaseDocumentsPageTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;
    private IssuedDocument acceptance;
    private IssuedDocument receipt;

    @BeforeEach
    void acceptAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.accepted();
        acceptance = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        receipt = documents.current(permit.number(), DocumentKind.RECEIPT).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, 200",
        "zhaogang, 200",
        "wangfang, 200",
        "fengxue, 200",
        "guowei, 200",
        "liuyang, 403",
        "wujing, 403",
        "heming, 403",
        "admin, 403"
    })
    void onlyTheCasesStaffReadItsPapers(String account, int expected) {
        var visitor = loggedIn(account);
        assertThat(visitor.getPage(path()).statusCode()).isEqualTo(expected);
        var pdf = visitor.download(pdf(acceptance));
        assertThat(pdf.statusCode()).isEqualTo(expected);
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-"))
                .isEqualTo(expected == 200);
    }

    @Test
    void nobodyReadsThemWithoutLoggingIn() {
        assertThat(Visitor.anonymous(port).getPage(path()).statusCode()).isEqualTo(401);
        assertThat(Visitor.anonymous(port).download(pdf(acceptance)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPaperIsReadUnderItsOwnCaseOnly() {
        var other = way.accepted();
        assertThat(Visitor.loggedIn(port, "zhangmin")
                        .getPage("/cases/" + other.number() + "/documents/" + acceptance.id() + ".pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "guowei, acceptance, 302", // the department's head
        "zhangmin, acceptance, 403",
        "zhaogang, acceptance, 403",
        "fengxue, acceptance, 403",
        "fengxue, receipt, 302", // the bureau's own paper
        "guowei, receipt, 403",
    })
    void whoAnswersForAPaperCorrectsAndRevokesIt(String account, String which, int expected) {
        var paper = which.equals("receipt") ? receipt : acceptance;
        var visitor = loggedIn(account);
        assertThat(act(visitor, paper, "corrections", "申请人名称有误").statusCode()).isEqualTo(expected);
        var current = documents.current(permit.number(), paper.kind()).orElseThrow();
        assertThat(current.version()).isEqualTo(expected == 302 ? 2 : 1);
        assertThat(act(visitor, current, "revocation", "重复出具").statusCode()).isEqualTo(expected);
        assertThat(documents.current(permit.number(), paper.kind()).isPresent()).isEqualTo(expected != 302);
    }

    @Test
    void withoutAReasonNothingIsChanged() {
        var answer = act(Visitor.loggedIn(port, "guowei"), acceptance, "revocation", " ");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写理由");
        assertThat(documents.current(permit.number(), DocumentKind.ACCEPTANCE)).isPresent();
    }

    @Test
    void aForeignPageChangesNothing() {
        var head = Visitor.loggedIn(port, "guowei");
        head.getPage(path());
        var answer = head.sendForm(
                path() + "/" + acceptance.id() + "/revocation",
                "_csrf=guessed&reason=none".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(documents.current(permit.number(), DocumentKind.ACCEPTANCE)).isPresent();
    }

    private HttpResponse<String> act(Visitor visitor, IssuedDocument paper, String action, String reason) {
        var form = "_csrf=" + Visitor.encoded(visitor.takeCaseToken()) + "&reason=" + Visitor.encoded(reason);
        return visitor.sendForm(path() + "/" + paper.id() + "/" + action, form.getBytes(StandardCharsets.UTF_8));
    }

    /** Those who watch and those who design enter by Cockpit. */
    private Visitor loggedIn(String account) {
        boolean watches = account.equals("fengxue") || account.equals("heming");
        return Visitor.loggedIn(port, account, watches ? "cockpit" : "tasklist");
    }

    private String path() {
        return "/cases/" + permit.number() + "/documents";
    }

    private String pdf(IssuedDocument paper) {
        return path() + "/" + paper.id() + ".pdf";
    }
}
