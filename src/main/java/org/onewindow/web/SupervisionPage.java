package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ReformIndicators;
import org.onewindow.supervision.CaseLists;
import org.onewindow.supervision.CaseQuery;
import org.onewindow.supervision.Figures;
import org.onewindow.supervision.ListedCase;
import org.onewindow.supervision.Listing;
import org.onewindow.supervision.Period;
import org.onewindow.supervision.Scope;
import org.onewindow.supervision.Supervision;
import org.onewindow.workflow.CasesInHand;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The dashboard 时限监督 and the lists behind its figures, for Cockpit and for the heads of departments. */
@Controller
class SupervisionPage {

    static final String STYLE = "/site/supervision.css";
    private static final int PAGE = 50;
    private static final int OVERDUE = 8;

    private final SupervisionAccess access;
    private final SupervisionNames names;
    private final Supervision supervision;
    private final CaseLists lists;
    private final CasesInHand tasks;
    private final Catalog catalog;
    private final Clock clock;

    SupervisionPage(
            SupervisionAccess access,
            SupervisionNames names,
            Supervision supervision,
            CaseLists lists,
            CasesInHand tasks,
            Catalog catalog,
            Clock clock) {
        this.access = access;
        this.names = names;
        this.supervision = supervision;
        this.lists = lists;
        this.tasks = tasks;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** For the workplaces' scripts: whether there is anything to show, and whose. */
    @GetMapping("/supervision/scope")
    @ResponseBody
    Map<String, String> scope(@AuthenticationPrincipal Account account) {
        access.require(account);
        return Map.of("name", access.name(account));
    }

    @GetMapping("/supervision")
    ModelAndView figures(@AuthenticationPrincipal Account account, @RequestParam Map<String, String> sent) {
        var scope = access.require(account);
        var today = LocalDate.now(clock);
        var figures = supervision.figures(scope, SupervisionFilter.period(sent, today));
        var page = page("supervision", account, figures.period());
        page.addObject("script", "/site/supervision.js");
        page.addObject("figures", figures);
        page.addObject("dimensions", dimensions(figures));
        page.addObject("periods", SupervisionPeriods.offered(today));
        page.addObject("indicators", ReformIndicators.of(catalog.onOffer(today)));
        var overdue = find(Listing.RED, figures.period(), scope);
        page.addObject("overdue", overdue);
        page.addObject("inHand", inHand(overdue));
        return page;
    }

    /** The open cases alone, for the start of Cockpit. */
    @GetMapping("/supervision/lamps")
    ModelAndView lamps(@AuthenticationPrincipal Account account) {
        var figures = supervision.figures(access.require(account), Period.yearTo(LocalDate.now(clock)));
        var page = page("supervision-lamps", account, figures.period());
        page.addObject("figures", figures);
        return page;
    }

    @GetMapping("/supervision/cases")
    ModelAndView cases(@AuthenticationPrincipal Account account, @RequestParam Map<String, String> sent) {
        var scope = access.require(account);
        var query = SupervisionFilter.cases(sent, LocalDate.now(clock));
        var found = lists.find(query, scope, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var page = page("supervision-cases", account, query.period());
        page.addObject("query", query);
        page.addObject("about", about(query));
        page.addObject("cases", shown);
        page.addObject("inHand", query.listing().isOpen() ? inHand(shown) : Map.of());
        page.addObject("isFirst", query.after().isEmpty());
        page.addObject("first", SupervisionFilter.address("/supervision/cases", sent, Optional.empty()));
        page.addObject("export", SupervisionFilter.address("/supervision/cases.xlsx", sent, Optional.empty()));
        if (found.size() > PAGE) {
            var last = Optional.of(shown.get(PAGE - 1).caseNumber());
            page.addObject("next", SupervisionFilter.address("/supervision/cases", sent, last));
        }
        return page;
    }

    private ModelAndView page(String template, Account account, Period period) {
        var page = new ModelAndView(template);
        page.addObject("stylesheet", STYLE);
        page.addObject("names", names);
        page.addObject("whose", access.name(account));
        page.addObject("opensCases", access.opensCases(account));
        page.addObject("links", new SupervisionFilter.Links(period));
        return page;
    }

    /**
     * What figures are grouped by.
     *
     * @param code the parameter of the lists
     */
    record Dimension(String code, String label, List<Figures.Group> groups) {}

    private static List<Dimension> dimensions(Figures figures) {
        return List.of(
                new Dimension("item", "事项", figures.items()),
                new Dimension("department", "部门", figures.departments()),
                new Dimension("window", "窗口", figures.windows()));
    }

    private String about(CaseQuery query) {
        return String.join(
                "　",
                Stream.of(
                                query.item().map(code -> "事项：" + names.item(code)),
                                query.department().map(id -> "部门：" + names.department(id)),
                                query.window().map(id -> "窗口：" + names.window(id)),
                                Optional.of(query.period())
                                        .filter(period -> query.listing().hasPeriod())
                                        .map(period -> period.from() + " 至 " + period.to()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private List<ListedCase> find(Listing listing, Period period, Scope scope) {
        var query =
                new CaseQuery(listing, period, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return lists.find(query, scope, OVERDUE);
    }

    private Map<?, ?> inHand(List<ListedCase> cases) {
        return tasks.inHand(cases.stream().map(ListedCase::caseNumber).toList());
    }
}
