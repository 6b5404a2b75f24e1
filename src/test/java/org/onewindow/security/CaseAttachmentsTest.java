package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The attachments on the page of a case: who sees and adds what, and how strangers' files are handed out. */
@HallTest
class CaseAttachmentsTest {

    private static final byte[] PLAN = Samples.pdf("the plan");

    @Autowired
    private Hall hall;

    @Autowired
    private Attachments attachments;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;
    private long plan;

    @BeforeEach
    void theApplicantSendsAPlan() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.accepted();
        plan = attachments
                .add(
                        permit.number(),
                        Optional.of("floor-plan"),
                        List.of(Samples.upload("平面图.pdf", PLAN)),
                        Optional.empty())
                .get(0)
                .id();
    }

    @ParameterizedTest
    @CsvSource({"zhaogang, true", "zhangmin, true", "wangfang, true", "fengxue, false"})
    void staffSeeByMaterialWhoAddedWhat(String account, boolean mayAdd) {
        var page = loggedIn(account).getPage(casePath());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("公共场所平面图及卫生设施平面布局图", "平面图.pdf", "申请人", "2026-03-02 09:00", "1 KB")
                .contains("仅供办理", "公共场所卫生许可（新办）")
                .doesNotContainPattern("<script(?! type=\"module\" src=\"/site/case.js\")|style=|onclick");
        assertThat(page.body().contains("添加文件")).isEqualTo(mayAdd);
        assertThat(page.body().contains("确认移除")).isEqualTo(mayAdd);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "form-action 'self'"));
    }

    @Test
    void whatIsSentIsThere() {
        var handler = loggedIn("zhaogang");
        var answer = send(handler, token(handler), "现场照片.png", Samples.pdf("a PDF whatever it is called"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(handler.getPage(casePath()).body()).contains("其他附件", "现场照片.png.pdf", "赵刚");
    }

    @Test
    void aRefusalNamesTheFile() {
        var handler = loggedIn("zhaogang");
        var answer = handler.sendFile(
                path(), Map.of("_csrf", token(handler), "material", "floor-plan"), "../<b>plan</b>.exe", new byte[] {
                    'M', 'Z'
                });
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有保存", "b_.exe”不是 PDF、JPEG、PNG、OFD 或者 DOCX 文件");
        assertThat(attachments.of(permit.number())).hasSize(1);
    }

    @Test
    void theLinkOfATaskLeadsToTheMaterials() {
        var answer = loggedIn("zhaogang").getPage(path());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith(casePath() + "#materials"));
        assertThat(loggedIn("liuyang").getPage(path()).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutAFileIsExplained() {
        var handler = loggedIn("zhaogang");
        assertThat(send(handler, token(handler), "", new byte[0]).body()).contains("请选择要上传的文件");
    }

    @ParameterizedTest
    @CsvSource({"fengxue, 403", "liuyang, 403", "wujing, 403", "heming, 403", "admin, 403"})
    void whoDoesNotWorkOnTheCaseAddsNothing(String account, int expected) {
        var visitor = loggedIn(account);
        var answer = send(visitor, visitor.takeCaseToken(), "a.pdf", Samples.pdf("a"));
        assertThat(answer.statusCode()).isEqualTo(expected);
        assertThat(attachments.of(permit.number())).hasSize(1);
    }

    @Test
    void aForeignPageAddsAndRemovesNothing() {
        var handler = loggedIn("zhaogang");
        handler.getPage(casePath());
        assertThat(send(handler, "guessed", "a.pdf", Samples.pdf("a")).statusCode())
                .isEqualTo(403);
        assertThat(handler.sendForm(path() + "/" + plan + "/removals", "_csrf=guessed".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(attachments.of(permit.number())).singleElement().satisfies(kept -> assertThat(kept.removal())
                .isEmpty());
    }

    @Test
    void tooMuchAtOnceIsExplained() {
        var handler = loggedIn("zhaogang");
        var answer = send(handler, token(handler), "large.pdf", new byte[100_000_000]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大", "什么都没有保存");
    }

    @Test
    void aPdfIsShownWithItsWatermarkAndLockedIn() throws IOException {
        var answer = loggedIn("zhaogang").download(path() + "/" + plan + "/view");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''%E5%B9%B3%E9%9D%A2%E5%9B%BE.pdf");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("sandbox");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        try (var shown = Loader.loadPDF(answer.body())) {
            assertThat(shown.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void aPictureIsShownInASandbox() {
        var handler = loggedIn("zhaogang");
        var picture = attachments
                .add(
                        permit.number(),
                        Optional.empty(),
                        List.of(Samples.upload("现场.png", Samples.picture())),
                        Optional.of("zhaogang"))
                .get(0);
        var answer = handler.download(path() + "/" + picture.id() + "/view");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(answer, "Content-Security-Policy")).contains("sandbox", "default-src 'none'");
    }

    @Test
    void aDownloadIsTheFileAsItWasSent() {
        var answer = loggedIn("zhaogang").download(path() + "/" + plan + "/file");
        assertThat(answer.body()).isEqualTo(PLAN);
        assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "file"})
    void aFileOfAnotherCaseOrOneThatWasRemovedIsNotFound(String way) {
        var handler = loggedIn("zhaogang");
        var other = this.way.accepted();
        assertThat(handler.get("/cases/" + other.number() + "/attachments/" + plan + "/" + way)
                        .statusCode())
                .isEqualTo(404);
        attachments.remove(permit.number(), plan, "zhaogang");
        assertThat(handler.get(path() + "/" + plan + "/" + way).statusCode()).isEqualTo(404);
        assertThat(handler.getPage(casePath()).body()).contains("已移除的附件（1个）");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /{plan}",
        "GET, /{plan}/removals",
        "GET, /..%2f..%2fetc%2fpasswd/file",
        "GET, /{plan}/file/..",
        "DELETE, /{plan}/file",
        "PUT, ''"
    })
    void nothingElseIsOfferedThere(String method, String rest) {
        var answer = loggedIn("zhaogang")
                .send(method, path() + rest.replace("{plan}", String.valueOf(plan)), null, new byte[0]);
        assertThat(answer.statusCode()).isIn(400, 403, 404, 405);
    }

    private Visitor loggedIn(String account) {
        boolean works = !List.of("fengxue", "admin", "heming").contains(account);
        return Visitor.loggedIn(port, account, works ? "tasklist" : "cockpit");
    }

    /** The one of the page's form. */
    private String token(Visitor visitor) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(visitor.getPage(casePath()).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> send(Visitor visitor, String token, String name, byte[] content) {
        return visitor.sendFile(path(), Map.of("_csrf", token), name, content);
    }

    private String casePath() {
        return "/cases/" + permit.number();
    }

    private String path() {
        return casePath() + "/attachments";
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
