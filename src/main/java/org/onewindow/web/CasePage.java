package org.onewindow.web;

import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.Unmasking;
import org.onewindow.casefile.Unmasking.Person;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.StaffTasks;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page 办件: a case at a glance. Tasklist and Cockpit hold it in a frame, lists of cases link to it. */
@Controller
class CasePage {

    private static final String PATH = "/cases/{number}";

    private final CaseAccess access;
    private final CaseSheet sheet;
    private final Unmasking unmasking;
    private final StaffTasks tasks;

    CasePage(CaseAccess access, CaseSheet sheet, Unmasking unmasking, StaffTasks tasks) {
        this.access = access;
        this.sheet = sheet;
        this.unmasking = unmasking;
        this.tasks = tasks;
    }

    /** @param reason what was typed */
    record Refused(String reason, String message) {}

    /** The case of a task; whether the account may see it, the page itself knows. */
    @GetMapping("/desk/tasks/{id}/case")
    String ofTask(@PathVariable String id) {
        return "redirect:/cases/"
                + tasks.caseOf(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        return page(access.forStaff(number, account), account, List.of(), Optional.empty());
    }

    /** Full names and numbers, in this answer alone. */
    @PostMapping(PATH + "/unmasking")
    ModelAndView unmask(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        var file = access.forStaff(number, account);
        if (!access.worksOn(file, account)) {
            throw new AccessDeniedException("who only looks on needs no numbers");
        }
        try {
            return page(file, account, unmasking.reveal(file.caseNumber(), account.id(), reason), Optional.empty());
        } catch (RefusedInput refused) {
            return page(file, account, List.of(), Optional.of(new Refused(reason, refused.getMessage())));
        }
    }

    private ModelAndView page(CaseFile file, Account account, List<Person> revealed, Optional<Refused> refused) {
        var page = new ModelAndView("case");
        page.addObject("stylesheet", "/site/case.css");
        page.addObject("script", "/site/case.js");
        page.addObject("file", file);
        page.addObject("sheet", sheet.of(file, other -> access.isStaffOf(other, account)));
        page.addObject("works", access.worksOn(file, account));
        page.addObject(
                "changeable", access.worksOn(file, account) && !file.state().isFinal());
        page.addObject("revealed", revealed);
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(r -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }
}
