package org.onewindow.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.WarningCard;
import org.onewindow.supervision.WarningCard.Handling;
import org.onewindow.supervision.WarningCard.Level;
import org.onewindow.supervision.WarningCards;
import org.onewindow.supervision.WarningQuery.Show;
import org.onewindow.workflow.OverrunAnswers;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page 警示: a department's head answers its warning cards, those who watch over it judge the answers. */
@Controller
class WarningsPage {

    static final String PATH = "/supervision/warnings";

    private static final int AT_ONCE = 30;

    private final WarningCards cards;
    private final WarningSheet sheet;
    private final OverrunAnswers answers;
    private final Organization organization;

    WarningsPage(WarningCards cards, WarningSheet sheet, OverrunAnswers answers, Organization organization) {
        this.cards = cards;
        this.sheet = sheet;
        this.answers = answers;
        this.organization = organization;
    }

    /** What was refused about a card, with what was typed. */
    record Refused(long card, String message, String typed) {}

    /** @param shown whether the account has anything to do with warning cards */
    record Count(boolean shown, int count) {}

    /** What waits for the account: a head's answers, a supervisor's judgements. */
    @GetMapping("/desk/warnings")
    @ResponseBody
    Count count(@AuthenticationPrincipal Account account) {
        var departments = WarningAccess.headOf(organization, account).stream()
                .map(Department::id)
                .collect(Collectors.toSet());
        int toJudge = WarningAccess.judges(account) ? cards.toBeJudged() : 0;
        boolean shown = !departments.isEmpty() || WarningAccess.seesAll(account);
        return new Count(shown, cards.waiting(departments) + toJudge);
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @RequestParam Map<String, String> sent) {
        return page(account, sent, Optional.empty());
    }

    @PostMapping(PATH + "/{id}/acknowledgement")
    ModelAndView acknowledge(
            @AuthenticationPrincipal Account account, @PathVariable long id, @RequestParam Map<String, String> sent) {
        var card = requireHead(account, id);
        return change(account, sent, card, "", () -> cards.acknowledge(id, account.id()));
    }

    @PostMapping(PATH + "/{id}/explanation")
    ModelAndView explain(
            @AuthenticationPrincipal Account account,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String handling,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Map<String, String> sent) {
        var card = requireHead(account, id);
        var chosen = Stream.of(Handling.values())
                .filter(value -> value.code().equals(handling))
                .findFirst();
        return change(account, sent, card, text, () -> answers.explain(card, chosen, text, account));
    }

    @PostMapping(PATH + "/{id}/acceptance")
    ModelAndView accept(
            @AuthenticationPrincipal Account account, @PathVariable long id, @RequestParam Map<String, String> sent) {
        var card = requireJudge(account, id);
        return change(account, sent, card, "", () -> cards.accept(id, account.id()));
    }

    @PostMapping(PATH + "/{id}/return")
    ModelAndView sendBack(
            @AuthenticationPrincipal Account account,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent) {
        var card = requireJudge(account, id);
        return change(account, sent, card, reason, () -> cards.sendBack(id, reason, account.id()));
    }

    private WarningCard requireHead(Account account, long id) {
        var card = require(id);
        if (!WarningAccess.answersFor(organization, card, account)) {
            throw new AccessDeniedException("not the head of the card's department");
        }
        return card;
    }

    private WarningCard requireJudge(Account account, long id) {
        if (!WarningAccess.judges(account)) {
            throw new AccessDeniedException("not a supervisor");
        }
        return require(id);
    }

    private WarningCard require(long id) {
        return cards.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView change(
            Account account, Map<String, String> sent, WarningCard card, String typed, Runnable change) {
        try {
            change.run();
        } catch (RefusedInput refused) {
            return page(account, sent, Optional.of(new Refused(card.id(), refused.getMessage(), typed)));
        }
        return new ModelAndView("redirect:" + filter(account, sent).address(PATH) + "&done=" + card.id());
    }

    /** Everybody sees first what is theirs to do. */
    private WarningFilter filter(Account account, Map<String, String> sent) {
        var usual = WarningAccess.judges(account) ? Show.EXPLAINED : Show.WAITING;
        return WarningFilter.read(sent, visible(account), usual);
    }

    private List<Department> visible(Account account) {
        return WarningAccess.seesAll(account)
                ? organization.departments()
                : WarningAccess.headOf(organization, account);
    }

    private ModelAndView page(Account account, Map<String, String> sent, Optional<Refused> refused) {
        var departments = visible(account);
        if (departments.isEmpty()) {
            throw new AccessDeniedException("neither a head nor one who watches over the departments");
        }
        var filter = filter(account, sent);
        Optional<List<String>> own = WarningAccess.seesAll(account)
                ? Optional.empty()
                : Optional.of(departments.stream().map(Department::id).toList());
        var found = cards.list(filter.query(own), AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        var page = new ModelAndView("warnings");
        page.addObject("stylesheet", "/site/warnings.css");
        page.addObject("rows", sheet.rows(shown, account));
        page.addObject("filter", filter);
        page.addObject("here", filter.address(PATH));
        page.addObject(
                "earlier",
                found.size() > AT_ONCE
                        ? filter.before(shown.get(AT_ONCE - 1).id()).address(PATH)
                        : null);
        page.addObject("shows", Show.values());
        page.addObject("levels", Level.values());
        page.addObject("handlings", Handling.values());
        page.addObject("departments", departments);
        page.addObject("administers", account.isIn(CatalogController.ADMINISTRATORS));
        page.addObject("done", sent.containsKey("done"));
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(r -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }
}
