package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.document.DocumentIssue;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.DocumentMaker;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 文书核验 and 查进度 as people see them, on a telephone and at a desk, without scripts. */
@HallTest
class VerificationInTheBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentIssue issue;

    @Autowired
    private DocumentMaker maker;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;
    private IssuedDocument certificate;

    @BeforeEach
    void grantAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.readyForIssuance();
        certificate = documents.current(permit.number(), DocumentKind.RESULT).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "valid, 有效, 现在有效",
        "revoked, 已撤销, 已被撤销",
        "corrected, 已更正, 索取新版本",
        "expired, 已过期, 有效期已过",
    })
    void everyStateIsSaidPlainly(String state, String mark, String meaning) {
        bring(state);
        visit(375, 812, page -> {
            page.navigate(address("/verify"));
            page.locator("input[name=code]").fill(certificate.code().printed().toLowerCase());
            page.locator("button", new Page.LocatorOptions().setHasText("核验")).click();
            page.waitForLoadState(); // the text is there before its end and its style
            assertThat(page.locator(".verdict .mark").innerText()).isEqualTo(mark);
            assertThat(page.locator(".verdict").innerText())
                    .contains(meaning, "公共场所卫生许可证", certificate.number(), "昆都仑区卫生健康委员会", "2026-03-02", "李**")
                    .doesNotContain("李建国", permit.number().value());
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
            picture(page, "verify-" + state);
        });
    }

    private void bring(String state) {
        switch (state) {
            case "revoked" -> documents.revoke(certificate.id(), "以欺骗手段取得", "guowei");
            case "corrected" -> issue.correct(certificate, "场所名称有误", "guowei");
            case "expired" -> hall.at("2030-03-04T09:00");
            default -> assertThat(state).isEqualTo("valid");
        }
    }

    @Test
    void oneByteMoreOrLessIsNoticed() {
        var pdf = maker.file(certificate);
        var changed = pdf.clone();
        changed[pdf.length / 2] ^= 1;
        visit(1366, 768, page -> {
            page.navigate(address("/verify/" + certificate.code().value()));
            assertThat(compared(page, pdf)).startsWith("一致");
            picture(page, "verify-same");
            assertThat(compared(page, changed)).startsWith("不一致");
            assertThat(compared(page, "no PDF".getBytes(StandardCharsets.UTF_8)))
                    .contains("不是 PDF");
        });
    }

    private static String compared(Page page, byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload("certificate.pdf", "application/pdf", content));
        page.locator(".compare button").click();
        page.waitForLoadState();
        return page.locator(".answer").innerText();
    }

    @Test
    void anUnknownCodeAndNonsenseAreAnsweredAlike() {
        visit(375, 812, page -> {
            page.navigate(address("/verify/00000-00000-00000-00000"));
            var unknown = page.locator(".none").innerText();
            page.navigate(address("/verify/nonsense"));
            assertThat(page.locator(".none").innerText()).isEqualTo(unknown).contains("没有查到");
        });
    }

    @Test
    void theApplicantHasTheResultOnceItWasDelivered() {
        visit(375, 812, page -> {
            progress(page, permit.file().pickupCode());
            assertThat(page.locator("main").innerText()).contains("待出件").doesNotContain("张敏", "周涛");
            assertThat(page.locator("ul.list").innerText())
                    .contains("受理通知书")
                    .doesNotContain("公共场所卫生许可证", "准予行政许可决定书", "交接单");
            way.issues(permit);
            progress(page, permit.file().pickupCode());
            assertThat(page.locator("ul.list").innerText()).contains("公共场所卫生许可证", "准予行政许可决定书", "送达回证");
            picture(page, "progress");
            var file = page.waitForDownload(() -> page.locator("form[action*='/progress/documents/'] button")
                    .last()
                    .click());
            assertThat(file.suggestedFilename()).endsWith(".pdf");
        });
    }

    @Test
    void aWrongCodeOpensNothing() {
        visit(375, 812, page -> {
            progress(page, "AAAAAAAA");
            assertThat(page.locator("main").innerText()).doesNotContain("待出件", "受理通知书");
        });
    }

    private void progress(Page page, String code) {
        page.navigate(address("/progress"));
        page.locator("input[name=number]").fill(permit.number().value());
        page.locator("input[name=code]").fill(code);
        page.locator("button", new Page.LocatorOptions().setHasText("查询")).click();
        page.waitForLoadState();
    }

    private interface Visit {
        void to(Page page);
    }

    private void visit(int width, int height, Visit visit) {
        var options =
                new Browser.NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(false);
        try (var context = CHROMIUM.browser().newContext(options)) {
            visit.to(context.newPage());
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
