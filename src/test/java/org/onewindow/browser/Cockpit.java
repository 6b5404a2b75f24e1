package org.onewindow.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Those who watch over the hall, at Cockpit. */
final class Cockpit {

    private Cockpit() {}

    /** A page of somebody who has logged in. */
    static Page open(BrowserContext context, int port, String account) {
        var page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
        // The login form is drawn again when its texts arrive; what was typed before would be lost.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator("input[type=text]").fill(account);
        page.locator("input[type=password]").fill("yichuang-demo");
        page.locator("button[type=submit]").click();
        page.locator("input[type=password]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return page;
    }
}
