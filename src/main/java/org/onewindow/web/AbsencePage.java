package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.organization.Absence;
import org.onewindow.organization.Absence.Plan;
import org.onewindow.organization.Absences;
import org.onewindow.organization.Organization;
import org.onewindow.organization.RefusedAbsence;
import org.onewindow.organization.Unit;
import org.onewindow.workflow.AbsenceCover;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.Units;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The page 外出与顶岗: people enter their own absences, whoever leads a unit those of its people. */
@Controller
class AbsencePage {

    private static final String PATH = "/desk/absence";

    private final Absences absences;
    private final AbsenceCover cover;
    private final Units units;
    private final Catalog catalog;
    private final Organization organization;
    private final StaffAccounts accounts;
    private final Clock clock;

    AbsencePage(
            Absences absences,
            AbsenceCover cover,
            Units units,
            Catalog catalog,
            Organization organization,
            StaffAccounts accounts,
            Clock clock) {
        this.absences = absences;
        this.cover = cover;
        this.units = units;
        this.catalog = catalog;
        this.organization = organization;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What was typed, as it came. */
    record Typed(String person, String from, String to, String deputy, List<String> item, String reason) {

        static final Typed NOTHING = new Typed(null, null, null, null, null, null);

        /** A field that was not sent is empty. */
        Typed {
            person = Objects.requireNonNullElse(person, "");
            from = Objects.requireNonNullElse(from, "");
            to = Objects.requireNonNullElse(to, "");
            deputy = Objects.requireNonNullElse(deputy, "");
            item = Objects.requireNonNullElse(item, List.of());
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    /**
     * @param covered how many tasks lie with the deputy now
     * @param left how many are still the person's, whom the deputy could not stand in for
     * @param isMine whether the reader may revoke it
     */
    record Row(Absence absence, String state, String items, int covered, int left, boolean isMine) {}

    /** Whether Tasklist shows an entry to it. */
    @GetMapping(PATH + "/shown")
    @ResponseBody
    boolean isShown(@AuthenticationPrincipal Account account) {
        return !units(account).isEmpty();
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @RequestParam Optional<String> unit) {
        return page(account, unit(account, unit), Typed.NOTHING, Optional.empty());
    }

    @PostMapping(PATH)
    ModelAndView enter(@AuthenticationPrincipal Account account, @RequestParam String unit, Typed typed) {
        var shown = unit(account, Optional.of(unit));
        try {
            cover.enter(plan(typed, items(shown)), account);
        } catch (RefusedAbsence refused) {
            return page(account, shown, typed, Optional.of(refused.getMessage()));
        }
        return new ModelAndView("redirect:" + PATH + "?unit=" + shown.id());
    }

    @PostMapping(PATH + "/{id}/revocation")
    ModelAndView revoke(@AuthenticationPrincipal Account account, @PathVariable long id, @RequestParam String unit) {
        var shown = unit(account, Optional.of(unit));
        try {
            cover.revoke(id, account);
        } catch (RefusedAbsence refused) {
            return page(account, shown, Typed.NOTHING, Optional.of(refused.getMessage()));
        }
        return new ModelAndView("redirect:" + PATH + "?unit=" + shown.id());
    }

    private static Plan plan(Typed typed, Map<String, String> items) {
        if (!items.keySet().containsAll(typed.item())) {
            throw new RefusedAbsence("请在列出的事项中勾选");
        }
        return new Plan(
                typed.person(),
                day(typed.from(), "第一天"),
                day(typed.to(), "最后一天"),
                Set.copyOf(typed.item()),
                typed.deputy(),
                false,
                typed.reason());
    }

    private static LocalDate day(String typed, String which) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            throw new RefusedAbsence("请选择外出的" + which);
        }
    }

    private List<Unit> units(Account account) {
        return Stream.concat(units.ledBy(account).stream(), units.of(account).stream())
                .distinct()
                .toList();
    }

    private Unit unit(Account account, Optional<String> wanted) {
        return units(account).stream()
                .filter(unit -> wanted.isEmpty() || wanted.get().equals(unit.id()))
                .findFirst()
                .orElseThrow(() -> new AccessDeniedException("belongs to no such unit"));
    }

    private ModelAndView page(Account account, Unit unit, Typed typed, Optional<String> refused) {
        boolean isLed = units.ledBy(account).contains(unit);
        var staff = units.staff(unit);
        var items = items(unit);
        var rows = rows(account, isLed ? staff.keySet() : Set.of(account.id()));
        var page = new ModelAndView("absence");
        page.addObject("stylesheet", "/site/workload.css");
        page.addObject("units", units(account));
        page.addObject("unit", unit);
        page.addObject("isLed", isLed);
        page.addObject("people", isLed ? staff : accounts.names(List.of(account.id())));
        page.addObject("self", account.id());
        page.addObject("deputies", isLed ? staff : units.colleagues(account));
        page.addObject("items", items);
        page.addObject("rows", rows);
        page.addObject("names", names(rows));
        page.addObject("today", LocalDate.now(clock));
        page.addObject("typed", typed);
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(message -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }

    private List<Row> rows(Account account, Collection<String> people) {
        var found = absences.of(people, account.id());
        var covered = cover.covered(found.stream().map(Absence::id).toList());
        return found.stream()
                .map(absence -> new Row(
                        absence,
                        state(absence),
                        String.join(
                                "、",
                                absence.plan().items().stream()
                                        .map(this::itemName)
                                        .sorted()
                                        .toList()),
                        covered.getOrDefault(absence.id(), 0),
                        absences.isOn(absence) ? cover.toCover(absence).size() : 0,
                        !absences.isOver(absence)
                                && people.contains(absence.plan().person())))
                .toList();
    }

    private String state(Absence absence) {
        if (absence.revoked().isPresent()) {
            return "已撤销";
        }
        if (absences.isOver(absence)) {
            return "已结束";
        }
        return absences.isOn(absence) ? "外出中" : "未开始";
    }

    private String itemName(String code) {
        return catalog.item(code).map(ServiceItem::name).orElse(code);
    }

    /** The names of the items with which a unit has to do, by code. */
    private Map<String, String> items(Unit unit) {
        var names = new LinkedHashMap<String, String>();
        var window = organization.windows().stream()
                .filter(one -> one.id().equals(unit.id()))
                .findFirst();
        boolean isDepartment = organization.department(unit.id()).isPresent();
        catalog.entries().stream()
                .map(Catalog.Entry::item)
                .filter(item -> !isDepartment || item.department().equals(unit.id()))
                .filter(item -> window.isEmpty()
                        || item.windowClass().equals(window.get().windowClass()))
                .forEach(item -> names.put(item.code(), item.name()));
        return names;
    }

    private Map<String, String> names(List<Row> rows) {
        return accounts.names(rows.stream()
                .map(Row::absence)
                .flatMap(absence -> Stream.concat(
                        Stream.of(absence.plan().person(), absence.plan().deputy(), absence.enteredBy()),
                        absence.revoked().stream().map(Absence.Revocation::by)))
                .distinct()
                .toList());
    }
}
