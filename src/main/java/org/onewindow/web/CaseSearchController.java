package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.casefile.CaseSearch;
import org.onewindow.catalog.Catalog;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.deadline.Lamp;
import org.onewindow.organization.Organization;
import org.onewindow.web.ItemAnswer.Coded;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds cases, for the staff whose cases they are. */
@RestController
class CaseSearchController {

    private static final int PAGE = 20;

    private final CaseSearch search;
    private final CaseAccess access;
    private final ClockForecasts forecasts;
    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;

    CaseSearchController(
            CaseSearch search,
            CaseAccess access,
            ClockForecasts forecasts,
            Catalog catalog,
            Organization organization,
            Clock clock) {
        this.search = search;
        this.access = access;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
    }

    /** @param nextPage empty on the last page */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<Line> cases, Optional<String> nextPage) {}

    /** A case in a list: no personal data but the masked name. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            String caseNumber,
            CaseAnswer.Item item,
            CaseAnswer.State state,
            String applicant,
            OffsetDateTime receivedAt,
            Coded department,
            Optional<Coded> lamp) {}

    @GetMapping("/api/cases")
    Page find(@AuthenticationPrincipal Account account, @RequestParam Map<String, String> sent) {
        var scope = access.scope(account);
        var found = search.find(CaseFilter.read(sent, catalog), scope, PAGE + 1);
        var page = found.stream().limit(PAGE).toList();
        var lamps =
                forecasts.lamps(page.stream().map(CaseSearch.Found::caseNumber).toList(), LocalDate.now(clock));
        return new Page(
                page.stream()
                        .map(one -> line(one, Optional.ofNullable(lamps.get(one.caseNumber()))))
                        .toList(),
                found.size() > PAGE
                        ? Optional.of(page.get(PAGE - 1).caseNumber().value())
                        : Optional.empty());
    }

    private Line line(CaseSearch.Found found, Optional<Lamp> lamp) {
        var state = found.state();
        return new Line(
                found.caseNumber().value(),
                new CaseAnswer.Item(found.itemCode(), found.itemName()),
                new CaseAnswer.State(state.code(), state.name(), state.label()),
                found.applicant(),
                OffsetDateTime.ofInstant(found.receivedAt(), clock.getZone()),
                new Coded(found.department(), organization.departmentName(found.department())),
                lamp.map(shown -> new Coded(shown.jsonName(), shown.label())));
    }
}
