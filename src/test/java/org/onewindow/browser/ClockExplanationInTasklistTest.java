package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the task to the explanation of its dates, and the head's correction of a mistake on it. */
@HallTest
class ClockExplanationInTasklistTest {

    private static final String PASSWORD = "yichuang-demo";
    private static final Path PICTURES = Path.of("target", "screenshots");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn("2026-02-12T09:00");
        way = new PermitWay(hall);
    }

    @Test
    void aClerkOpensTheExplanationFromTheTask() {
        var permit = pausedOverTheFestival();
        try (var handler = new Workplace(CHROMIUM.browser(), port, "zhaogang", PASSWORD)) {
            handler.open("待办", permit.number().value());
            handler.picture("clock-0-task");
            var faults = new ArrayList<String>();
            var page = handler.page().waitForPopup(() -> handler.page()
                    .locator(".fjs-form a", new Page.LocatorOptions().setHasText("时限说明"))
                    .click());
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            page.onPageError(faults::add);
            page.reload();
            assertThat(page.title()).isEqualTo("时限说明 " + permit.number());
            assertThat(page.locator("#promised").innerText()).contains("春节", "专家评审暂停", "调休上班");
            assertThat(handler.page().url()).as("Tasklist stays open").contains("/tasklist/");
            nothingIsCutOff(page);
            picture(page, "clock-1-page");
            page.setViewportSize(400, 800);
            nothingIsCutOff(page);
            picture(page, "clock-2-narrow");
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void theHeadPutsAWrongDateRight() {
        var permit = pausedOverTheFestival();
        hall.at("2026-03-06T10:00");
        way.endsSpecialProcedure(permit);
        hall.at("2026-03-09T10:00");
        way.asksForExtension(permit, 10);
        way.answersExtension(permit, "approve");
        assertThat(permit.dates().promisedDue()).map(Object::toString).contains("2026-03-25");
        try (var head = new Workplace(CHROMIUM.browser(), port, "guowei", PASSWORD)) {
            var page = head.page();
            page.navigate("http://localhost:" + port + "/cases/" + permit.number() + "/clock");
            var entry = page.locator(".ledger li", new Page.LocatorOptions().setHasText("特别程序结束"));
            entry.locator("summary").click();
            entry.locator("textarea").fill("评审意见于3月4日送达，登记有误");
            entry.locator("input[type=date]").fill("2026-02-13");
            entry.locator("button").click();
            page.locator(".refused").waitFor();
            assertThat(page.locator(".refused").innerText()).startsWith("没有冲正：").contains("早于前一事件");
            assertThat(page.locator(".reversal[open] textarea").inputValue()).isEqualTo("评审意见于3月4日送达，登记有误");
            picture(page, "clock-3-refused");
            page.locator(".reversal[open] input[type=date]").fill("2026-03-04");
            page.locator(".reversal[open] button").click();
            page.locator(".tag.right").waitFor();
            picture(page, "clock-4-reversed");
            nothingIsCutOff(page);
            assertThat(page.locator(".ledger").innerText()).contains("已冲正", "更正第4条", "冲正理由：评审意见于3月4日送达");
        }
        assertThat(permit.dates().promisedDue()).map(Object::toString).contains("2026-03-23");
    }

    /** Accepted before the Spring Festival; an expert review has been running since. */
    private ReceivedCase pausedOverTheFestival() {
        var permit = way.accepted();
        hall.at("2026-02-25T10:00");
        way.startsSpecialProcedure(permit, "专家评审", 5);
        hall.at("2026-03-02T10:00");
        return permit;
    }

    private static void nothingIsCutOff(Page page) {
        var wide = "e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'";
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("no sideways scrolling")
                .isEqualTo(true);
        assertThat(page.evaluate("() => [...document.querySelectorAll('main *')].filter(" + wide
                        + ").map(e => e.outerHTML.slice(0, 120))"))
                .as("cut off")
                .asString()
                .isEqualTo("[]");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-whole.png"))
                .setFullPage(true));
        page.pdf(new Page.PdfOptions()
                .setPath(PICTURES.resolve(name + ".pdf"))
                .setFormat("A4")
                .setPrintBackground(true));
    }
}
