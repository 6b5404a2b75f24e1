package org.onewindow.web;

import java.util.List;
import java.util.Map;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.workflow.ConsultationDesk;
import org.onewindow.workflow.StaffAccounts.Account;
import org.onewindow.workflow.StepActions;
import org.onewindow.workflow.StepActions.Action;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The forms of 退回综窗, 会办, 特别程序 and 延期 at a task that somebody has in hand; for everybody else it is not found. */
@Controller
class StepActionPage {

    private static final String TASK = "/desk/tasks/{id}";
    private static final String ACTION = TASK + "/actions/{action}";

    private final StepActions actions;
    private final ConsultationDesk desk;
    private final CaseFiles files;
    private final CaseAccess access;
    private final CaseView view;

    StepActionPage(StepActions actions, ConsultationDesk desk, CaseFiles files, CaseAccess access, CaseView view) {
        this.actions = actions;
        this.desk = desk;
        this.files = files;
        this.access = access;
        this.view = view;
    }

    @GetMapping(ACTION)
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String id, @PathVariable String action) {
        var caseNumber = caseInHand(id, account);
        var offered = offered(id, action, account);
        return page(
                caseNumber, id, offered, Map.of(), offered.refusal().stream().toList());
    }

    @PostMapping(ACTION)
    ModelAndView start(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @PathVariable String action,
            @RequestParam Map<String, String> sent) {
        var caseNumber = caseInHand(id, account);
        var offered = offered(id, action, account);
        try {
            actions.start(action, caseNumber, sent, account);
        } catch (RefusedInput refused) {
            var messages = refused.violations().stream().map(Violation::message).toList();
            var page = page(caseNumber, id, offered, sent, messages);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return CaseView.done(caseNumber, action);
    }

    /** 取消会办, on the page 办件 itself. */
    @PostMapping(TASK + "/consultations/{consultation:\\d{1,18}}/cancellation")
    ModelAndView cancel(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @PathVariable long consultation,
            @RequestParam(defaultValue = "") String reason) {
        var caseNumber = caseInHand(id, account);
        try {
            desk.cancel(caseNumber, consultation, reason, account);
        } catch (RefusedInput refused) {
            var page = view.of(access.forStaff(caseNumber.value(), account), account);
            page.addObject("refusedAction", refused.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return CaseView.done(caseNumber, "cancellation");
    }

    private CaseNumber caseInHand(String task, Account account) {
        return actions.caseInHand(task, account).orElseThrow(StepActionPage::notFound);
    }

    private Action offered(String task, String id, Account account) {
        return actions.of(task, account).stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(StepActionPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** @param sent what was typed */
    private ModelAndView page(
            CaseNumber caseNumber, String task, Action action, Map<String, String> sent, List<String> refused) {
        var page = new ModelAndView("step-action");
        page.addObject("stylesheet", CaseView.STYLE);
        page.addObject("file", files.require(caseNumber));
        page.addObject("task", task);
        page.addObject("action", action);
        page.addObject("sent", sent);
        page.addObject("refused", refused);
        return page;
    }
}
