package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;

/** The login of Camunda's workplaces. */
final class Login {

    /** Milliseconds after which a click counts as lost. */
    private static final double SENT = 20_000;

    private Login() {}

    /** The form is drawn again when its texts arrive; what was typed or clicked before is lost, and so is typed again. */
    static void as(Page page, String account, String password) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForCondition(() -> {
            page.locator("input[type=text]").fill(account);
            page.locator("input[type=password]").fill(password);
            try {
                var options = new Page.WaitForResponseOptions().setTimeout(SENT);
                var answer = page.waitForResponse(
                        sent -> sent.url().contains("/auth/user/default/login/"),
                        options,
                        () -> page.locator("button[type=submit]").click());
                assertThat(answer.status()).as("login of " + account).isEqualTo(200);
                return true;
            } catch (TimeoutError lost) {
                return false;
            }
        });
    }
}
