package org.onewindow.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Those who watch over the hall, at Cockpit. */
final class Cockpit {

    private Cockpit() {}

    /** A page of somebody who has logged in. */
    static Page open(BrowserContext context, int port, String account) {
        var page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
        Login.as(page, account, "yichuang-demo");
        page.locator("input[type=password]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return page;
    }
}
