package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A citizen finds an item, answers for their situation and prints the guide; scripts are off. */
@HallTest
class GuideOnPaperTest {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @Test
    void fromTheFirstLettersToThePrintedList() {
        var options = new Browser.NewContextOptions().setViewportSize(1366, 768).setJavaScriptEnabled(false);
        try (var visit = CHROMIUM.browser().newContext(options)) {
            var page = visit.newPage();
            var faults = new ArrayList<String>();
            page.onConsoleMessage(message -> faults.add(message.text()));
            page.navigate("http://localhost:" + port + "/items");
            picture(page, "guide-0-list");
            page.locator("input[type=search]").fill("ggcs");
            page.locator(".search button").click();
            picture(page, "guide-1-found");
            page.locator("td a").first().click();
            assertThat(page.locator("h1").innerText()).contains("公共场所卫生许可（新办）", "办事指南");
            assertThat(page.locator(".open").innerText()).contains("是否由代办人提交申请", "是否使用集中空调通风系统");
            picture(page, "guide-2-open");
            answer(page, "是否由代办人提交申请", "否");
            answer(page, "是否使用集中空调通风系统", "是");
            page.locator(".situation button").click();
            assertThat(page.locator("table.materials")).satisfies(table -> {
                assertThat(table.count()).isEqualTo(1);
                assertThat(table.innerText()).contains("集中空调通风系统卫生检测报告").doesNotContain("授权委托书");
            });
            picture(page, "guide-3-answered");
            page.setViewportSize(390, 844);
            picture(page, "guide-4-phone");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".situation").isVisible()).isFalse();
            assertThat(page.locator(".answers").innerText()).contains("是否使用集中空调通风系统：是");
            page.pdf(new Page.PdfOptions()
                    .setPath(PICTURES.resolve("guide-5-paper.pdf"))
                    .setFormat("A4")
                    .setPreferCSSPageSize(true));
            assertThat(faults).isEmpty();
        }
    }

    private static void answer(Page page, String question, String answer) {
        page.locator("fieldset", new Page.LocatorOptions().setHasText(question))
                .getByLabel(answer)
                .check();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
