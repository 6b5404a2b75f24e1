package org.onewindow.web;

import java.util.Map;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.StaffTasks;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** What the scripts of the workplaces (工作台) ask for before they hold a page of ours. */
@Controller
class DeskController {

    private final StaffTasks tasks;

    DeskController(StaffTasks tasks) {
        this.tasks = tasks;
    }

    /** The header that a script sends with whatever it writes. */
    @GetMapping("/desk/token")
    @ResponseBody
    Map<String, String> token(CsrfToken token) {
        return Map.of("header", token.getHeaderName(), "token", token.getToken());
    }

    /** The case of a task; whether the account may see it, its page knows. */
    @GetMapping("/desk/tasks/{id}/case")
    String caseOf(@AuthenticationPrincipal Account account, @PathVariable String id) {
        var caseNumber = tasks.caseOf(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return "redirect:/cases/" + caseNumber;
    }
}
