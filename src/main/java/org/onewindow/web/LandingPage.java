package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onewindow.catalog.Catalog;
import org.onewindow.organization.Organization;
import org.onewindow.organization.ServiceWindow;
import org.onewindow.workflow.DemoAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: where to go, what is on offer, and in the demo with which account. */
@Controller
class LandingPage {

    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;
    private final Optional<DemoAccounts> demo;

    LandingPage(Catalog catalog, Organization organization, Clock clock, ObjectProvider<DemoAccounts> demo) {
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
        this.demo = Optional.ofNullable(demo.getIfAvailable());
    }

    /** A class of windows and what it serves. */
    record Offer(ServiceWindow window, List<ItemAnswer.Summary> items) {}

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute(
                "offers", organization.windows().stream().map(this::offer).toList());
        demo.ifPresent(accounts -> model.addAttribute("demo", accounts));
        return "index";
    }

    private Offer offer(ServiceWindow window) {
        return new Offer(
                window,
                catalog.entries().stream()
                        .map(Catalog.Entry::item)
                        .filter(item -> item.windowClass().equals(window.windowClass()))
                        .map(item -> ItemAnswer.summary(item, organization, LocalDate.now(clock)))
                        .sorted(Comparator.comparing(ItemAnswer.Summary::name))
                        .toList());
    }
}
