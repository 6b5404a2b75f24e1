package org.onewindow.web;

import java.util.Map;
import java.util.Optional;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.FailedJobs;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The page 故障: what the engine could not do, why and what helps; administrators let it try again. */
@Controller
class IncidentsPage {

    private static final String PATH = "/supervision/incidents";
    private static final int MOST = 100;

    private final SupervisorAccess access;
    private final SupervisionAccess figures;
    private final FailedJobs jobs;

    IncidentsPage(SupervisorAccess access, SupervisionAccess figures, FailedJobs jobs) {
        this.access = access;
        this.figures = figures;
        this.jobs = jobs;
    }

    /** For Cockpit's start page. */
    @GetMapping(PATH + "/count")
    @ResponseBody
    Map<String, Integer> count(@AuthenticationPrincipal Account account) {
        access.requireAll(account);
        return Map.of("count", jobs.count());
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @RequestParam Optional<String> retried) {
        access.requireAll(account);
        return page(account, retried.isPresent(), Optional.empty());
    }

    @PostMapping(PATH + "/{job}/retries")
    ModelAndView retry(@AuthenticationPrincipal Account account, @PathVariable String job) {
        access.requireAdministrator(account);
        try {
            jobs.retry(job, account);
        } catch (RefusedInput refused) {
            return page(account, false, Optional.of(refused.getMessage()));
        }
        return new ModelAndView("redirect:" + PATH + "?retried");
    }

    private ModelAndView page(Account account, boolean retried, Optional<String> refused) {
        var page = new ModelAndView("incidents");
        page.addObject("stylesheet", "/site/supervised.css");
        page.addObject("failed", jobs.latest(MOST));
        page.addObject("all", jobs.count());
        page.addObject("administers", account.isIn(CatalogController.ADMINISTRATORS));
        page.addObject("opens", figures.opensCases(account));
        page.addObject("retried", retried);
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(r -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }
}
