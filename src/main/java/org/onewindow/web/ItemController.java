package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ReformIndicators;
import org.onewindow.catalog.search.ItemSearch;
import org.onewindow.organization.Organization;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue, for everybody. */
@RestController
class ItemController {

    private final Catalog catalog;
    private final ItemSearch search;
    private final Organization organization;
    private final ItemQuestions questions;
    private final SituationReader situations;
    private final Clock clock;

    ItemController(
            Catalog catalog,
            ItemSearch search,
            Organization organization,
            ItemQuestions questions,
            SituationReader situations,
            Clock clock) {
        this.catalog = catalog;
        this.search = search;
        this.organization = organization;
        this.questions = questions;
        this.situations = situations;
        this.clock = clock;
    }

    /** @param total how many were found, on this page and on others */
    record Items(List<ItemAnswer.Summary> items, int total, int page, int size) {}

    /** @throws RefusedInput for an unknown parameter or value */
    @GetMapping("/api/items")
    Items find(@RequestParam Map<String, String> sent) {
        var filter = ItemFilter.read(sent, organization);
        var found = search.find(filter.query());
        var today = LocalDate.now(clock);
        return new Items(
                filter.cut(found).stream()
                        .map(entry -> ItemAnswer.summary(entry.item(), organization, today))
                        .toList(),
                found.size(),
                filter.page(),
                filter.size());
    }

    @GetMapping("/api/items/{code}")
    ItemAnswer read(@PathVariable String code) {
        var entry = require(code);
        return ItemAnswer.of(entry.item(), organization, LocalDate.now(clock), questions.of(entry));
    }

    /** @throws RefusedInput for an unknown question or answer */
    @GetMapping("/api/items/{code}/materials")
    SituationAnswer materials(@PathVariable String code, @RequestParam Map<String, String> sent) {
        return situations.read(require(code), sent);
    }

    /** The plan has the reform's figures published. */
    @GetMapping("/api/catalog/indicators")
    IndicatorsAnswer indicators() {
        var today = LocalDate.now(clock);
        return IndicatorsAnswer.of(ReformIndicators.of(catalog.onOffer(today)), today);
    }

    private Catalog.Entry require(String code) {
        return catalog.entry(code)
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "事项目录中没有这个事项，请从 /api/items 选取事项编码"));
    }
}
