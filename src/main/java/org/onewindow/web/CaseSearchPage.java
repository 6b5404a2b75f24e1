package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseSearch;
import org.onewindow.casefile.CaseSearch.Found;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page 办件查询: finds open and finished cases for those who watch over them; Cockpit itself knows running ones alone. */
@Controller
class CaseSearchPage {

    private static final String PATH = "/supervision/search";
    private static final String NUMBER = "number";
    private static final int PAGE = 20;

    private final SupervisionAccess access;
    private final CaseSearch search;
    private final ClockForecasts forecasts;
    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;

    CaseSearchPage(
            SupervisionAccess access,
            CaseSearch search,
            ClockForecasts forecasts,
            Catalog catalog,
            Organization organization,
            Clock clock) {
        this.access = access;
        this.search = search;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView find(@AuthenticationPrincipal Account account, @RequestParam Map<String, String> sent) {
        var scope = scope(account);
        var number = CaseNumber.parse(sent.getOrDefault(NUMBER, "").strip());
        if (number.isPresent()) {
            return new ModelAndView("redirect:/supervision/cases/" + number.get());
        }
        var page = new ModelAndView("case-search");
        page.addObject("stylesheet", "/site/supervised.css");
        page.addObject("sent", sent);
        page.addObject("opens", access.opensCases(account));
        page.addObject("entries", catalog.entries());
        page.addObject("organization", organization);
        if (!sent.getOrDefault(NUMBER, "").isBlank()) {
            page.addObject("refused", "办件编号不正确，请核对后输入完整的编号");
            return page;
        }
        try {
            find(page, sent, scope);
        } catch (RefusedInput refused) {
            page.addObject("refused", refused.getMessage());
        }
        return page;
    }

    private void find(ModelAndView page, Map<String, String> sent, CaseSearch.Scope scope) {
        var asked = new HashMap<>(sent);
        asked.remove(NUMBER);
        var found = search.find(CaseFilter.read(asked, catalog), scope, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        page.addObject("found", shown);
        page.addObject(
                "lamps", forecasts.lamps(shown.stream().map(Found::caseNumber).toList(), LocalDate.now(clock)));
        page.addObject(
                "next", found.size() > PAGE ? shown.get(PAGE - 1).caseNumber().value() : null);
    }

    /** Supervisors and administrators find every case, heads their department's. */
    private CaseSearch.Scope scope(Account account) {
        boolean everything = WarningAccess.seesAll(account);
        var departments = WarningAccess.headOf(organization, account).stream()
                .map(Department::id)
                .collect(Collectors.toSet());
        if (!everything && departments.isEmpty()) {
            throw new AccessDeniedException("for those who watch over cases");
        }
        return new CaseSearch.Scope(everything, Set.of(), departments);
    }
}
