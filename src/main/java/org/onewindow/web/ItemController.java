package org.onewindow.web;

import java.util.List;
import org.onewindow.catalog.Catalog;
import org.onewindow.organization.Organization;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The items on offer, for everybody. */
@RestController
class ItemController {

    private final Catalog catalog;
    private final Organization organization;
    private final ItemQuestions questions;

    ItemController(Catalog catalog, Organization organization, ItemQuestions questions) {
        this.catalog = catalog;
        this.organization = organization;
        this.questions = questions;
    }

    record Items(List<ItemAnswer.Summary> items) {}

    @GetMapping("/api/items")
    Items list() {
        return new Items(catalog.entries().stream()
                .map(entry -> ItemAnswer.summary(entry.item(), organization))
                .toList());
    }

    @GetMapping("/api/items/{code}")
    ItemAnswer read(@PathVariable String code) {
        return catalog.entries().stream()
                .filter(entry -> entry.item().code().equals(code))
                .findFirst()
                .map(entry -> ItemAnswer.of(entry.item(), organization, questions.of(entry)))
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "事项目录中没有这个事项，请从 /api/items 选取事项编码"));
    }
}
