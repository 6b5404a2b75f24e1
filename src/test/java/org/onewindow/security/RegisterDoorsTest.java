package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.DocumentMaker;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages for everybody, 文书核验 and 查进度, take and tell. */
@HallTest
class RegisterDoorsTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentMaker maker;

    @Autowired
    private Tables tables;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;
    private IssuedDocument acceptance;
    private Visitor visitor;

    @BeforeEach
    void acceptAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.accepted();
        acceptance = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        visitor = Visitor.anonymous(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/verify", "/verify/{code}", "/verify/nonsense", "/verify/key", "/verify/offline", "/progress"})
    void nothingIsKeptSentOnOrRunInTheBrowser(String path) {
        var answer = visitor.getPage(path.replace("{code}", acceptance.code().value()));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "script-src"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContainPattern("<script|style=|onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /verify",
                "HEAD /verify/{code}",
                "HEAD /progress",
                "POST /verify",
                "PUT /verify/{code}",
                "PATCH /verify/{code}",
                "DELETE /verify/{code}",
                "GET /verify/{code}/more",
                "GET /progress/documents/1",
                "DELETE /progress"
            })
    void nothingElseIsOfferedThere(String request) {
        var before = tables.contents();
        var path = request.split(" ")[1].replace("{code}", acceptance.code().value());
        var answer = visitor.send(request.split(" ")[0], path, null, new byte[0]);
        assertThat(answer.statusCode()).isIn(403, 404, 405);
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void theRegisterTellsNothingOfTheCase() {
        assertThat(visitor.getPage("/verify/" + acceptance.code().printed()).body())
                .contains("有效", "受理通知书", acceptance.number(), "昆都仑区卫生健康委员会", "2026-03-02", "李**")
                .doesNotContain(permit.number().value(), permit.file().pickupCode(), "李建国", "张敏", "zhangmin")
                .doesNotContain("公共场所卫生许可", "2026-03-11");
    }

    @Test
    void anUnknownCodeAndNonsenseAreAnsweredAlike() {
        var unknown = visitor.getPage("/verify?code=00000-00000-00000-00000");
        var nonsense = visitor.getPage("/verify?code=%3Cb%3E");
        assertThat(List.of(unknown.statusCode(), nonsense.statusCode())).containsOnly(404);
        assertThat(nonsense.body().replace("&lt;b&gt;", "00000-00000-00000-00000"))
                .isEqualTo(unknown.body())
                .contains("没有查到");
    }

    @Test
    void aPaperThatHasNoFileYetIsComparedWithTheOneMadeForIt() {
        assertThat(acceptance.fileHash()).isEmpty();
        var made = maker.file(acceptance);
        assertThat(compared(made)).contains("<b>一致</b>");
        var receipt = documents.current(permit.number(), DocumentKind.RECEIPT).orElseThrow();
        assertThat(compared(maker.file(receipt))).contains("<b>不一致</b>");
        assertThat(compared(new byte[0])).contains("没有选择文件");
    }

    private String compared(byte[] file) {
        return visitor.sendFile("/verify/" + acceptance.code().value(), Map.of(), "a.pdf", file)
                .body();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAtOnce() {
        var answer =
                visitor.sendFile("/verify/" + acceptance.code().value(), Map.of(), "a.pdf", new byte[11 * 1024 * 1024]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
    }

    @Test
    void whoDoesNotSayHowMuchComesIsRefused() throws IOException, InterruptedException {
        var chunks = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100]));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/progress"))
                                .header("Accept", "text/html")
                                .POST(chunks)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(411);
    }

    @Test
    void afterTenWrongCodesTheRightOneOpensNothing() {
        var code = permit.file().pickupCode();
        assertThat(progress("/progress", code).statusCode()).isEqualTo(200);
        for (int tries = 0; tries < 10; tries++) {
            var answer = progress("/progress", "AAAAAAAA");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("不符").doesNotContain("AAAAAAAA", "公共场所卫生许可");
        }
        assertThat(progress("/progress", code).statusCode()).isEqualTo(404);
        assertThat(progress(paper(acceptance), code).body()).doesNotStartWith("%PDF-");
    }

    @Test
    void theCodeOfACaseOpensItsOwnPapersOnlyAndNoneThatWaitsForDelivery() {
        var code = permit.file().pickupCode();
        var own = progress(paper(acceptance), code);
        assertThat(own.body()).startsWith("%PDF-");
        assertThat(own.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(own.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        name -> assertThat(name).startsWith("attachment").contains("filename*=UTF-8''"));
        assertThat(own.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        var other = way.accepted();
        var others = documents.current(other.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        assertThat(progress(paper(others), code).statusCode()).isEqualTo(404);
        assertThat(progress(paper(acceptance), "").statusCode()).isEqualTo(404);
        permit = way.readyForIssuance();
        for (var paper : documents.of(permit.number())) {
            boolean waits = List.of(DocumentKind.GRANT, DocumentKind.RESULT).contains(paper.kind());
            boolean isOurs = !paper.kind().isHandover() && !waits;
            assertThat(progress(paper(paper), permit.file().pickupCode()).statusCode())
                    .as(paper.title())
                    .isEqualTo(isOurs ? 200 : 404);
        }
    }

    /** An electronic delivery's receipt says so, and refers to this record. */
    @Test
    void theApplicantsFirstDownloadStaysOnRecordAndTheStaffsDoNotCount() {
        permit = way.readyForIssuance();
        hall.as("wangfang")
                .submit(permit, "task_issueResult", Map.of("manner", "electronic", "electronicAgreed", true));
        var result = documents.current(permit.number(), DocumentKind.RESULT).orElseThrow();
        var page = "/cases/" + permit.number() + "/documents";
        var clerk = Visitor.loggedIn(port, "wangfang");
        assertThat(clerk.get(page + "/" + result.id() + ".pdf").statusCode()).isEqualTo(200);
        assertThat(documents.takenByApplicant(permit.number())).isEmpty();

        assertThat(progress(paper(result), permit.file().pickupCode()).statusCode())
                .isEqualTo(200);
        hall.at("2026-03-03T10:00");
        assertThat(progress(paper(result), permit.file().pickupCode()).statusCode())
                .isEqualTo(200);
        assertThat(documents.takenByApplicant(permit.number()))
                .containsOnly(Map.entry(result.id(), Instant.parse("2026-03-02T01:00:00Z")));
        assertThat(clerk.getPage(page).body()).contains("申请人 2026-03-02 09:00 下载");
    }

    private static String paper(IssuedDocument paper) {
        return "/progress/documents/" + paper.id();
    }

    private HttpResponse<String> progress(String path, String code) {
        var form = "number=" + permit.number() + "&code=" + code;
        return visitor.sendForm(path, form.getBytes(StandardCharsets.UTF_8));
    }
}
