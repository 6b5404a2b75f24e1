package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A head finds the warning cards from Tasklist and answers them; the supervisor judges the answers within Cockpit. */
@HallTest
class WarningsInTheBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String REASON = "检测机构排队，检测报告迟到四日；已与申请人约定，3月16日前办结。";

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    private final List<String> faults = new ArrayList<>();

    private String overdue;

    @BeforeEach
    void overrunPromises() {
        hall.openOn(Hall.MONDAY);
        var way = new PermitWay(hall);
        var first = way.accepted();
        overdue = first.number().value();
        hall.as("zhaogang").claim(first, "task_handle");
        hall.at("2026-03-03T09:00");
        var second = way.accepted();
        hall.at("2026-03-30T17:00");
        hall.runDueTimers(first);
        hall.runDueTimers(second);
        hall.at("2026-04-03T09:00");
    }

    @Test
    void fromTasklistToTheSupervisorsWord() {
        try (var head = new Workplace(CHROMIUM.browser(), port, "guowei", "yichuang-demo")) {
            var entry = head.page().locator("a[href='/supervision/warnings']");
            entry.waitFor();
            assertThat(entry.innerText()).matches("警示 \\d+");
            head.picture("warnings-0-tasklist");
            var page = head.page().waitForPopup(entry::click);
            watch(page);
            page.reload();
            assertThat(page.title()).isEqualTo("警示");
            picture(page, "warnings-1-waiting");
            assertThat(new AxeBuilder(page)
                            .withTags(AccessibilityTest.LEVEL)
                            .analyze()
                            .getViolations())
                    .isEmpty();
            var card = card(page, "红牌");
            card.locator("summary").click();
            card.locator("textarea").fill(REASON);
            card.getByLabel("已督促限期办结").check();
            picture(page, "warnings-2-explaining");
            card.getByText("提交说明").click();
            page.locator(".told").waitFor();
            page.waitForLoadState();
            nothingIsCutOff(page);
            page.setViewportSize(400, 800);
            nothingIsCutOff(page);
            picture(page, "warnings-3-narrow");
        }
        try (var context = CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1366, 768))) {
            var page = Cockpit.open(context, port, "fengxue");
            var entry = page.locator("a[href='#/warnings']");
            entry.click();
            page.waitForCondition(() -> entry.innerText().matches("警示 \\d+"));
            var before = entry.innerText();
            var framed = page.frameLocator("iframe[title='警示']");
            var card = framed.locator("article", new FrameLocator.LocatorOptions().setHasText(overdue))
                    .first();
            card.getByText("退回", new Locator.GetByTextOptions().setExact(true)).click();
            card.locator("textarea").fill("请说明由谁督办、何时核查。");
            picture(page, "warnings-4-cockpit");
            card.getByText("退回说明").click();
            framed.locator(".told").waitFor();
            page.waitForCondition(() -> !entry.innerText().equals(before));
            picture(page, "warnings-5-sent-back");
        }
        assertThat(faults).isEmpty();
    }

    private Locator card(Page page, String level) {
        return page.locator("article", new Page.LocatorOptions().setHasText(overdue))
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".level", new Page.LocatorOptions().setHasText(level))));
    }

    private void watch(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
    }

    private static void nothingIsCutOff(Page page) {
        var wide = "e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline'"
                + " && !e.closest('details:not([open]) > form')";
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
    }
}
