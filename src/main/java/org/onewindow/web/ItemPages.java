package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ReformIndicators;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.catalog.search.ItemSearch;
import org.onewindow.organization.Organization;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The catalogue and the guide of an item (办事指南) as pages, also to be printed; they work without scripts. */
@Controller
class ItemPages {

    static final String LIST = "/items";
    static final String GUIDE = "/items/{code}";
    private static final String STYLE = "/site/guide.css";

    private final Catalog catalog;
    private final ItemSearch search;
    private final Organization organization;
    private final SituationReader situations;
    private final Clock clock;

    ItemPages(Catalog catalog, ItemSearch search, Organization organization, SituationReader situations, Clock clock) {
        this.catalog = catalog;
        this.search = search;
        this.organization = organization;
        this.situations = situations;
        this.clock = clock;
    }

    @GetMapping(LIST)
    ModelAndView list(@RequestParam Map<String, String> all) {
        var sent = new TreeMap<>(all);
        sent.keySet().retainAll(ItemFilter.NAMES); // an address that was passed on picks up others
        var filter = understood(() -> ItemFilter.read(sent, organization));
        var found = search.find(filter.query());
        var today = LocalDate.now(clock);
        var page = page("items");
        page.addObject("sent", sent);
        page.addObject("total", found.size());
        page.addObject(
                "items",
                filter.cut(found).stream()
                        .map(entry -> ItemAnswer.summary(entry.item(), organization, today))
                        .toList());
        page.addObject("number", filter.page());
        page.addObject("pages", Math.max(1, (found.size() + filter.size() - 1) / filter.size()));
        page.addObject("before", link(sent, filter.page() - 1));
        page.addObject("after", link(sent, filter.page() + 1));
        page.addObject("objects", ServiceItem.ApplicantType.values());
        page.addObject("windows", organization.windows());
        page.addObject("departments", search.departments());
        page.addObject("indicators", ReformIndicators.of(catalog.onOffer(today)));
        return page;
    }

    @GetMapping(GUIDE)
    ModelAndView guide(@PathVariable String code, @RequestParam Map<String, String> all) {
        var entry = catalog.entry(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var sent = situations.only(entry, all);
        var today = LocalDate.now(clock);
        var page = page("guide");
        page.addObject("item", ItemAnswer.of(entry.item(), organization, today, List.of()));
        var situation = understood(() -> situations.read(entry, sent));
        page.addObject("questions", situation.asked());
        page.addObject("sent", sent);
        page.addObject("situation", situation);
        page.addObject("today", today);
        return page;
    }

    private static ModelAndView page(String template) {
        return new ModelAndView(template, new HashMap<>(Map.of("stylesheet", STYLE)));
    }

    private interface Reading<T> {
        T read();
    }

    /** The pages' own forms send nothing that would be refused. */
    private static <T> T understood(Reading<T> reading) {
        try {
            return reading.read();
        } catch (RefusedInput refused) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, refused);
        }
    }

    private static String link(Map<String, String> sent, int page) {
        var link = UriComponentsBuilder.fromPath(LIST);
        sent.forEach((name, value) -> {
            if (!name.equals("page") && !value.isBlank()) {
                link.queryParam(name, "{" + name + "}");
            }
        });
        return link.queryParam("page", page).encode().buildAndExpand(sent).toUriString();
    }
}
