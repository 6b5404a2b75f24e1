package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk whose mouse is broken accepts a case all the same, and always sees where they are. */
@HallTest
class KeyboardOnlyTest {

    /** Presses of the tabulator until a field must have been reached: a form has some forty places. */
    private static final int FAR = 80;

    private static final String IS_AT = """
            ([label, selector]) => { const e = document.activeElement;
                const text = e.labels?.[0]?.innerText ?? e.getAttribute('aria-label') ?? e.innerText ?? '';
                return e.matches(selector) && text.includes(label); }""";
    /** The field or the group around it has an outline; the page itself, at its end, needs none. */
    private static final String IS_SEEN = """
            () => { const e = document.activeElement; const ring = n => n && getComputedStyle(n).outlineStyle !== 'none';
                return e === document.body || ring(e) || ring(e.closest('.fjs-input-group')); }""";

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @Autowired
    private CaseFiles files;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @Test
    void aCaseIsTakenInAndAcceptedWithoutTheMouse() {
        try (var clerk = at("zhangmin")) {
            clerk.page()
                    .evaluate(
                            "() => { window.clicks = 0; addEventListener('pointerdown', () => window.clicks++, true); }");
            receive(clerk.page());
            clerk.picture("keys-1-application");
            press(clerk.page(), "Control+Enter");
            var caseNumber = accept(clerk);
            assertThat(clerk.page().evaluate("window.clicks")).isEqualTo(0);
            assertThat(files.require(caseNumber).state()).isEqualTo(CaseState.HANDLING);
        }
    }

    private static void receive(Page page) {
        press(page, "Control+Alt+p");
        page.locator(".modal-content input").first().waitFor();
        reach(page, "", "input[type=text], input:not([type])");
        page.keyboard().type("公共场所卫生");
        page.locator(".modal-content li a, .modal-content .list-group a")
                .first()
                .waitFor();
        reach(page, "公共场所卫生许可（新办）", "a");
        press(page, "Enter");
        page.locator(".modal-content .fjs-form").waitFor();
        reach(page, "自然人", "input[type=radio]");
        press(page, "Space");
        type(page, "申请人姓名（名称）", "李四");
        type(page, "公民身份号码", "150203198001010016");
        type(page, "联系人", "李四");
        type(page, "联系电话", "13800000000");
        pick(page, "办理地点所在街镇", "昆工路街道");
        type(page, "场所名称", "昆工路旅馆");
        pick(page, "场所类别", "住宿场所");
        type(page, "营业面积", "260");
        reach(page, "否", "input[type=radio]");
        press(page, "Space");
    }

    private CaseNumber accept(Workplace clerk) {
        var page = clerk.page();
        page.locator(".all-materials:focus").waitFor(); // the next form is under one's hands
        clerk.picture("keys-2-materials");
        press(page, "Enter");
        reach(page, "受理", "input[type=radio]");
        press(page, "Space");
        var number =
                Pattern.compile("\\d{21}").matcher(page.locator(".fjs-form").innerText());
        assertThat(number.find()).isTrue();
        press(page, "Control+Enter");
        page.locator(".all-materials").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return new CaseNumber(number.group());
    }

    private static void press(Page page, String keys) {
        page.keyboard().press(keys);
    }

    private static void type(Page page, String label, String text) {
        reach(page, label, "input, textarea");
        Workplace.drawn(page);
        page.keyboard().type(text);
    }

    private static void pick(Page page, String label, String option) {
        reach(page, label, "input, [role=combobox]");
        Workplace.drawn(page);
        page.keyboard().type(option);
        press(page, "Enter");
    }

    private static void reach(Page page, String label, String selector) {
        for (int i = 0; i < FAR; i++) {
            press(page, "Tab");
            assertThat(page.evaluate(IS_SEEN))
                    .as("the focus shows on the way to " + label)
                    .isEqualTo(true);
            if ((boolean) page.evaluate(IS_AT, List.of(label, selector))) {
                return;
            }
        }
        throw new AssertionError("the tabulator does not reach " + label);
    }

    private Workplace at(String account) {
        return new Workplace(CHROMIUM.browser(), port, account, "yichuang-demo");
    }
}
