package org.onewindow.web;

import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.Unmasking;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.StaffTasks;
import org.springframework.http.HttpStatus;
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
    private final CaseView view;
    private final Unmasking unmasking;
    private final StaffTasks tasks;

    CasePage(CaseAccess access, CaseView view, Unmasking unmasking, StaffTasks tasks) {
        this.access = access;
        this.view = view;
        this.unmasking = unmasking;
        this.tasks = tasks;
    }

    /** @param reason what was typed */
    record Refused(String reason, String message) {}

    @GetMapping(PATH)
    ModelAndView show(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String done) {
        return view.of(access.forStaff(number, account), account, done);
    }

    /** Where Tasklist's panel begins: the case of a task; whether the account may see it, its page knows. */
    @GetMapping("/desk/tasks/{id}/case")
    String ofTask(@PathVariable String id) {
        return tasks.caseOf(id)
                .map(number -> "redirect:/cases/" + number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Full names and numbers, in this answer alone. */
    @PostMapping(PATH + "/unmasking")
    ModelAndView unmask(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason) {
        var file = access.forWorkers(number, account);
        var page = view.of(file, account);
        try {
            page.addObject("revealed", unmasking.reveal(file.caseNumber(), account.id(), reason));
        } catch (RefusedInput refused) {
            page.addObject("refused", new Refused(reason, refused.getMessage()));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }
}
