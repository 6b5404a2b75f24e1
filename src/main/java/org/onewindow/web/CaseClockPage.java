package org.onewindow.web;

import java.util.Optional;
import java.util.Set;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.web.ClockReversals.Form;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page 时限说明 that staff open from a task; the department's head puts the ledger right on it. */
@Controller
class CaseClockPage {

    private static final String PATH = "/cases/{number}/clock";

    private final CaseAccess access;
    private final CaseClockReading reading;
    private final ClockReversals reversals;

    CaseClockPage(CaseAccess access, CaseClockReading reading, ClockReversals reversals) {
        this.access = access;
        this.reading = reading;
        this.reversals = reversals;
    }

    /** A reversal that was refused, with all that was typed. */
    record Refused(Form form, String message) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        return page(access.forStaff(number, account), account, Optional.empty());
    }

    @PostMapping(PATH + "/reversals")
    ModelAndView reverse(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam int entry,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String date) {
        var file = access.forStaff(number, account);
        if (!access.isHeadOf(file, account)) {
            throw new AccessDeniedException("not the head of the case's department");
        }
        var form = new Form(entry, reason, date);
        try {
            reversals.reverse(file.caseNumber(), form, account.id());
        } catch (RefusedInput refused) {
            return page(file, account, Optional.of(new Refused(form, refused.getMessage())));
        }
        return new ModelAndView("redirect:/cases/" + file.caseNumber() + "/clock");
    }

    private ModelAndView page(CaseFile file, Account account, Optional<Refused> refused) {
        var explanation = reading.explain(file);
        var page = new ModelAndView("case-clock");
        page.addObject("stylesheet", "/site/clock.css");
        page.addObject("file", file);
        page.addObject("clock", reading.read(file, true));
        page.addObject(
                "sheets",
                explanation.periods().stream()
                        .map(period -> ClockSheet.of(period, explanation.state().asOf()))
                        .toList());
        page.addObject("reversible", access.isHeadOf(file, account) ? ClockReversals.reversible() : Set.of());
        page.addObject("dated", ClockReversals.dated());
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(r -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }
}
