package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tabs of ours within Cockpit: a model's waits, a case, the search; as a supervisor sees them. */
@HallTest
class WatchedInCockpitTest {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    private final List<String> faults = new ArrayList<>();
    private ReceivedCase permit;

    @BeforeEach
    void letCasesWait() {
        hall.openOn(Hall.MONDAY);
        var way = new PermitWay(hall);
        permit = way.accepted();
        var other = way.accepted();
        hall.at("2026-03-04T10:00");
        way.handles(permit);
        hall.at("2026-03-05T10:00");
        way.startsSpecialProcedure(permit, "专家评审", 3);
        hall.at("2026-03-09T10:00");
        way.endsSpecialProcedure(permit);
        hall.at("2026-03-13T10:00");
        way.handles(other);
    }

    @ParameterizedTest
    @CsvSource({"1366, 768", "1920, 1080"})
    void theTabsAreAtHome(int width, int height) {
        try (var context = CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, height))) {
            var page = Cockpit.open(context, port, "fengxue");
            page.onPageError(faults::add);
            var definition = permit.item().getProcessDefinitionId();
            tab(page, "#/process-definition/" + definition + "/runtime", "等待");
            var model = page.frameLocator("iframe[title='等待']");
            model.locator("svg.model").waitFor();
            shows(model.locator("body"), "承办", "各版本");
            picture(page, "cockpit-model-" + width);
            enlarge(page, width, height);
            picture(page, "cockpit-model-whole-" + width);
            page.setViewportSize(width, height);
            tab(page, "#/process-instance/" + permit.item().getId() + "/runtime", "办件");
            var watched = page.frameLocator("iframe[title='办件']");
            watched.locator(".timeline svg").waitFor();
            shows(watched.locator("body"), permit.number().value(), "下一步", "现场审核", "赵刚");
            picture(page, "cockpit-case-" + width);
            enlarge(page, width, height);
            picture(page, "cockpit-case-whole-" + width);
            page.setViewportSize(width, height);
            page.locator("a[href='#/case-search']").first().click();
            page.frameLocator("iframe[title='办件查询']").locator(".sought").waitFor();
            picture(page, "cockpit-search-" + width);
        }
        assertThat(faults).isEmpty();
    }

    /** Sooner or later: the end of a page comes after its beginning. */
    private static void shows(Locator part, String... texts) {
        var patiently = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
        for (var text : texts) {
            PlaywrightAssertions.assertThat(part).containsText(text, patiently);
        }
    }

    /** So that all of the tab is on the picture. */
    private static void enlarge(Page page, int width, int height) {
        page.setViewportSize(width, height + 1600);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static void tab(Page page, String place, String label) {
        page.evaluate("place => location.hash = place", place);
        page.locator(".ctn-content-container a, .ctn-tabs a", new Page.LocatorOptions().setHasText(label))
                .first()
                .click();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
