package org.onewindow.web;

import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page 办件: a case at a glance. Tasklist and Cockpit hold it in a frame, lists of cases link to it. */
@Controller
class CasePage {

    private final CaseAccess access;

    CasePage(CaseAccess access) {
        this.access = access;
    }

    @GetMapping("/cases/{number}")
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        var file = access.forStaff(number, account);
        var page = new ModelAndView("case");
        page.addObject("stylesheet", "/site/case.css");
        page.addObject("file", file);
        return page;
    }
}
