package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.attachment.Attachment;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The panel 办件 beside a task: files dropped onto a material and looked at in place, an applicant unmasked. */
@HallTest
class CasePanelInTasklistTest {

    private static final String PASSWORD = "yichuang-demo";

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @Autowired
    private Attachments attachments;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void aClerkWorksWithFilesBesideTheTask() {
        var permit = way.received();
        way.received();
        try (var clerk = new Workplace(CHROMIUM.browser(), port, "zhangmin", PASSWORD)) {
            clerk.open("待受理", permit.number().value());
            clerk.picture("panel-0-form");
            var panel = panel(clerk);
            clerk.picture("panel-1-received");
            assertThat(current(panel)).containsExactly("前台受理");
            nothingIsCutOff(panel);

            drop(material(panel, "floor-plan"), Map.of("平面图.pdf", Samples.pdf("plan"), "扫描2.png", Samples.picture()));
            material(panel, "floor-plan").getByText("扫描2.png").waitFor();
            assertThat(names(permit)).containsExactlyInAnyOrder("平面图.pdf", "扫描2.png");

            material(panel, "application-form")
                    .locator("[type=file]")
                    .setInputFiles(new FilePayload("申请表.png", "image/png", Samples.picture()));
            material(panel, "application-form").getByText("申请表.png").waitFor();
            material(panel, "floor-plan").scrollIntoViewIfNeeded();
            clerk.picture("panel-2-uploaded");

            for (var name : List.of("平面图.pdf", "扫描2.png")) {
                panel.getByLabel("预览 " + name).click();
                panel.waitForFunction(
                        "name => [...document.querySelectorAll('.viewer img')]"
                                + ".some(image => image.alt.startsWith(name) && image.naturalWidth > 0)",
                        name);
                clerk.picture("panel-3-preview-" + (name.endsWith("pdf") ? "pdf" : "picture"));
                panel.getByText("关闭").click();
            }
            assertThat(looks(permit)).isEqualTo(2);

            drop(material(panel, "floor-plan"), Map.of("病毒.exe", new byte[] {'M', 'Z', 1}));
            panel.locator(".refused").getByText("病毒").waitFor();
            clerk.picture("panel-4-refused");

            var row = material(panel, "floor-plan").locator("li", new Locator.LocatorOptions().setHasText("扫描2.png"));
            row.locator("summary").click();
            row.getByText("确认移除").click();
            panel.getByText("已移除的附件（1个）").waitFor();
            clerk.picture("panel-5-removed");
            nothingIsCutOff(panel);
        }
    }

    @Test
    void aHandlerUnmasksTheApplicantBesideTheTask() {
        var permit = way.checked();
        way.received();
        var faults = new ArrayList<String>();
        try (var reviewer = new Workplace(CHROMIUM.browser(), port, "sunjie", PASSWORD)) {
            reviewer.page().onPageError(faults::add);
            reviewer.open("待办", permit.number().value());
            var panel = panel(reviewer);
            assertThat(current(panel)).containsExactly("审核");
            // the diagram stands at the current step
            panel.waitForFunction("() => document.querySelector('.picture').scrollLeft > 0");
            panel.getByText("查看申请人的姓名、号码和电话").click();
            panel.getByLabel("理由").fill("电话核实经营场所地址");
            reviewer.picture("panel-6-reason");
            panel.locator(".unmask button").click();
            panel.getByText("本次查看已经记录").waitFor();
            reviewer.picture("panel-7-unmasked");
            assertThat(panel.locator(".revealed").innerText()).contains("李建国", Forms.APPLICANT_ID, "13804721000");
            assertThat(jdbc.sql("select reason from unmasking where case_number = ?")
                            .param(permit.number().value())
                            .query(String.class)
                            .list())
                    .containsExactly("电话核实经营场所地址");
            panel.getByText("现在隐藏").click();
            panel.getByText("查看申请人的姓名、号码和电话").waitFor();
            assertThat(panel.content()).doesNotContain(Forms.APPLICANT_ID);
            panel.locator("#steps").scrollIntoViewIfNeeded();
            reviewer.picture("panel-8-steps");
            panel.locator("#earlier").scrollIntoViewIfNeeded();
            reviewer.picture("panel-9-papers");
            nothingIsCutOff(panel);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void withoutATaskItIsAPageOfItsOwn() {
        var permit = way.readyForIssuance();
        try (var issuer = new Workplace(CHROMIUM.browser(), port, "wangfang", PASSWORD)) {
            var page = issuer.page();
            page.navigate("http://localhost:" + port + "/cases/" + permit.number());
            page.locator(".model").waitFor();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "panel-10-alone.png"))
                    .setFullPage(true));
            nothingIsCutOff(page.mainFrame());
        }
    }

    private static Frame panel(Workplace person) {
        person.page()
                .locator(".task-details a, .nav-tabs a", new Page.LocatorOptions().setHasText("办件"))
                .first()
                .click();
        var held = person.page().locator("iframe[title=办件]").elementHandle();
        var frame = held.contentFrame();
        frame.locator(".case-page").waitFor();
        frame.locator("[data-upload].droppable, .model").first().waitFor();
        return frame;
    }

    private static Locator material(Frame panel, String code) {
        return panel.locator("[data-upload].droppable [data-material=" + code + "]");
    }

    private static List<String> current(Frame panel) {
        return panel.locator(".model .task.current > text").allTextContents();
    }

    /** As from the desktop. */
    private static void drop(Locator target, Map<String, byte[]> files) {
        var sent = files.entrySet().stream()
                .map(file -> Map.of(
                        "name", file.getKey(), "content", Base64.getEncoder().encodeToString(file.getValue())))
                .toList();
        target.evaluate("""
                (target, files) => {
                  const dragged = new DataTransfer();
                  for (const {name, content} of files) {
                    dragged.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
                  }
                  for (const type of ['dragover', 'drop']) {
                    target.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: dragged}));
                  }
                }""", sent);
    }

    private List<String> names(ReceivedCase permit) {
        return attachments.of(permit.number()).stream().map(Attachment::name).toList();
    }

    private int looks(ReceivedCase permit) {
        return jdbc.sql("select count(*) from attachment_access where case_number = ?")
                .param(permit.number().value())
                .query(Integer.class)
                .single();
    }

    private static void nothingIsCutOff(Frame frame) {
        assertThat(frame.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("wider than the screen by")
                .isEqualTo(0);
    }
}
