package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page of ours can be read and used by everybody (WCAG 2.1, level AA), as far as a program can tell. */
@HallTest
class AccessibilityTest {

    static final List<String> LEVEL = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @LocalServerPort
    private int port;

    private ReceivedCase permit;

    @BeforeEach
    void bringAPermitToTheIssuingZone() {
        hall.openOn(Hall.MONDAY);
        permit = new PermitWay(hall).readyForIssuance();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/items",
                "/items?q=no-such-thing",
                "/items/public-health-permit",
                "/verify",
                "/verify/{code}",
                "/verify/offline",
                "/progress",
                "/no/such/page"
            })
    void whatEverybodyReads(String path) {
        try (var context = CHROMIUM.browser().newContext(new Browser.NewContextOptions().setLocale("zh-CN"))) {
            var page = context.newPage();
            visit(page, path);
            assertThat(faults(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/{number}",
                "/cases/{number}/clock",
                "/cases/{number}/documents",
                "/cases/{number}/attachments",
                "/cases/{number}/label"
            })
    void whatStaffRead(String path) {
        try (var clerk = new Workplace(CHROMIUM.browser(), port, "zhangmin", "yichuang-demo")) {
            visit(clerk.page(), path);
            assertThat(faults(clerk.page())).isEmpty();
        }
    }

    @Test
    void aTaskAndItsFormInTasklist() {
        try (var clerk = new Workplace(CHROMIUM.browser(), port, "wangfang", "yichuang-demo")) {
            clerk.open("待出件", permit.number().value());
            assertThat(faults(clerk.page())).isEmpty();
        }
    }

    @Test
    void whatIsDoneBesideAStep() {
        permit = new PermitWay(hall).accepted();
        var task = hall.as("zhaogang").claim(permit, "task_handle").getId();
        new PermitWay(hall).asks(permit, "zhaogang", "market-supervision", 3);
        var action = "/desk/tasks/" + task + "/actions/stage_";
        try (var handler = new Workplace(CHROMIUM.browser(), port, "zhaogang", "yichuang-demo")) {
            for (var path : List.of(
                    "/cases/{number}",
                    "/cases/{number}?done=stage_consultation",
                    "/cases/{number}/withdrawal",
                    action + "consultation",
                    action + "special-procedure",
                    action + "acceptance-return",
                    action + "extension")) {
                visit(handler.page(), path);
                assertThat(faults(handler.page())).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/load", "/desk/absence", "/supervision", "/supervision/cases/{number}"})
    void whatHeadsRead(String path) {
        try (var head = new Workplace(CHROMIUM.browser(), port, "guowei", "yichuang-demo")) {
            visit(head.page(), path);
            assertThat(faults(head.page())).isEmpty();
        }
    }

    @Test
    void whatStandsInCockpit() {
        var model = "/supervision/models/" + permit.item().getProcessDefinitionId();
        try (var context = CHROMIUM.browser().newContext(new Browser.NewContextOptions().setLocale("zh-CN"))) {
            var page = Cockpit.open(context, port, "admin");
            for (var path : List.of(
                    model,
                    "/supervision/incidents",
                    "/supervision/search",
                    "/supervision/messages",
                    "/supervision/warnings")) {
                visit(page, path);
                assertThat(faults(page)).as(path).isEmpty();
            }
        }
    }

    private void visit(Page page, String path) {
        var code = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        page.navigate("http://localhost:" + port
                + path.replace("{number}", permit.number().value())
                        .replace("{code}", code.code().value()));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** What is wrong, and where. */
    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .withTags(LEVEL).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " "
                                        + node.getAny().stream()
                                                .flatMap(check -> Stream.ofNullable(check.getMessage()))
                                                .toList()))
                        .toList();
    }
}
