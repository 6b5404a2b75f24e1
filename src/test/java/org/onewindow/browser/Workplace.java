package org.onewindow.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** One person at one Tasklist, in Chinese, on a window's screen. */
class Workplace implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String account;

    Workplace(Browser browser, int port, String account, String password) {
        this.account = account;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1366, 768));
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        Login.as(page, account, password);
        page.locator(".start-process-action a").waitFor();
    }

    Page page() {
        return page;
    }

    void startItem(String name) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-content a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        page.locator(".modal-content .fjs-form").waitFor();
    }

    /**
     * Fills a field in and leaves it, until it has kept what was typed.
     *
     * <p>form-js draws a field again a frame after it got the focus, with the value it had; what a script typed by then is
     * lost (a person's hand is slower). It takes a value in when the field is left.
     */
    void fill(String label, String text) {
        fill(page.locator(".fjs-form").getByLabel(label), text); // a card may be called like a field
    }

    void fill(Locator field, String text) {
        page.waitForCondition(() -> {
            field.fill(text);
            field.blur();
            drawn(page);
            return text.equals(field.inputValue());
        });
    }

    /** Waits for the frame in which form-js draws anew, and for the one after it. */
    static void drawn(Page page) {
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    void choose(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    }

    void chooseBox(String label) {
        page.getByLabel(label).check();
    }

    void pickDate(String label, LocalDate day) {
        var input = page.getByLabel(label).first();
        input.focus();
        drawn(page);
        input.fill(day.format(DateTimeFormatter.ofPattern("yyyy/M/d")));
        input.press("Enter");
    }

    void select(String label, String option) {
        var field = page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(label));
        field.locator(".fjs-input-group").click();
        field.getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
    }

    /** Opens a task of a list by its case's number, and claims it if nobody has. */
    void open(String list, String caseNumber) {
        view(list, caseNumber);
        if (page.locator("button.claim").isVisible()) {
            claim();
        }
    }

    /** Opens a task by its case's number: a list may have more pages than one. */
    void view(String list, String caseNumber) {
        page.locator(".task-filters a, .task-filter a", new Page.LocatorOptions().setHasText(list))
                .first()
                .click();
        page.locator(".case-search input").fill(caseNumber);
        page.locator(".case-search li a", new Page.LocatorOptions().setHasText(caseNumber))
                .first()
                .click();
        page.locator(".fjs-form").waitFor();
    }

    /** Claims the open task and waits until Tasklist has drawn its form anew: what was filled in before would be lost. */
    void claim() {
        page.locator("button.claim").click();
        page.locator("button.unclaim, .unclaim").first().waitFor();
    }

    void tickEverything() {
        for (var copies : page.getByLabel("收到份数").all()) {
            fill(copies, "1");
        }
        for (var label : new String[] {"原件已核对", "齐全、符合要求"}) {
            for (var box : page.getByLabel(label).all()) {
                box.check();
            }
        }
    }

    /** Submits and waits until the task has gone. */
    void complete() {
        completeButton().click();
        page.locator(".fjs-form").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    Locator completeButton() {
        return page.locator("[ng-click='complete()']");
    }

    void startButton() {
        page.locator(".modal-footer .btn-primary").click();
    }

    /** Waits for a refusal that says this. */
    void expectRefusal(String words) {
        page.locator(".alert-danger", new Page.LocatorOptions().setHasText(words))
                .last()
                .waitFor();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + account + ".png")));
    }

    @Override
    public void close() {
        page.unrouteAll(); // a request that is held while the page goes would fail the test
        context.close();
    }
}
