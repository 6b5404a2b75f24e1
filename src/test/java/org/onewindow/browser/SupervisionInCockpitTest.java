package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.workflow.BusyWeeks;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The dashboard 时限监督 on a screen of 1366×768, where it is opened from, and that everybody can read it. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "spring.application.name=figures")
class SupervisionInCockpitTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> CHARTS = List.of("#cases-by-week", "#share-by-week");
    private static final int HEIGHT = 768;
    private static final List<String> LEVEL = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    @BeforeAll
    void weeksOfWork() {
        new BusyWeeks(hall, LocalDate.of(2026, 3, 20)).work(150, LocalDate.of(2026, 1, 12));
    }

    @Test
    void whatIsUrgentIsSeenWithoutScrolling() {
        try (var context = context()) {
            var cockpit = Cockpit.open(context, port, "fengxue");
            cockpit.locator("iframe[title=时限监督]").first().waitFor();
            cockpit.frameLocator("iframe[title=时限监督]").locator(".tile.red").waitFor();
            picture(cockpit, "cockpit-start");
            cockpit.locator("a[href='#/supervision']").first().click();
            cockpit.waitForURL("**/#/supervision");
            var dashboard = cockpit.frameLocator("iframe[title=时限监督]");
            // The frame of the start page was left while it loaded, so the network never counts as idle.
            cockpit.waitForCondition(() -> CHARTS.stream().allMatch(chart -> isDrawn(dashboard, chart)));
            for (var urgent :
                    List.of(".tile.red", ".tile.due >> nth=1", ".overdue tbody tr >> nth=4", ".shares .wide")) {
                var box = dashboard.locator(urgent).boundingBox();
                assertThat(box.y + box.height).as(urgent).isLessThan(HEIGHT);
            }
            picture(cockpit, "cockpit-supervision");
        }
    }

    /** A canvas that was drawn on has something else than nothing in it. */
    private static boolean isDrawn(FrameLocator dashboard, String chart) {
        return (boolean) dashboard
                .locator(chart)
                .evaluate("canvas => canvas.width > 0 && canvas.getContext('2d')"
                        + ".getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0)");
    }

    @Test
    void aDesignerSeesCockpitWithoutFigures() {
        try (var context = context()) {
            var cockpit = Cockpit.open(context, port, "heming");
            cockpit.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(cockpit.locator("a[href='#/supervision']").count()).isZero();
            assertThat(cockpit.locator("iframe[title=时限监督]").count()).isZero();
        }
    }

    @Test
    void theHeadOfADepartmentOpensItsOwnFromTasklist() {
        try (var head = new Workplace(CHROMIUM.browser(), port, "guowei", "yichuang-demo")) {
            var dashboard = head.page()
                    .waitForPopup(
                            () -> head.page().locator("a[href='/supervision']").click());
            dashboard.waitForLoadState(LoadState.NETWORKIDLE);
            picture(dashboard, "supervision-head");
            assertThat(dashboard.locator("main").innerText())
                    .contains("昆都仑区卫生健康委员会")
                    .doesNotContain("市场监督管理局");
            assertThat(faults(dashboard)).isEmpty();
        }
        try (var clerk = new Workplace(CHROMIUM.browser(), port, "zhangmin", "yichuang-demo")) {
            clerk.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(clerk.page().locator("a[href='/supervision']").count()).isZero();
        }
    }

    @Test
    void everyPageCanBeReadByEverybody() {
        try (var context = context()) {
            var page = Cockpit.open(context, port, "fengxue");
            var scripts = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    scripts.add(message.text());
                }
            });
            for (var path : List.of(
                    "/supervision",
                    "/supervision/lamps",
                    "/supervision/cases?list=red",
                    "/supervision/cases?list=open&item=public-health-permit",
                    "/supervision/cases?list=finished")) {
                page.navigate("http://localhost:" + port + path);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                assertThat(faults(page)).as(path).isEmpty();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(path.replaceAll("\\W+", "-").substring(1) + ".png")));
            }
            assertThat(scripts).isEmpty();
        }
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .withTags(LEVEL).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }

    private BrowserContext context() {
        return CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(1366, HEIGHT));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
