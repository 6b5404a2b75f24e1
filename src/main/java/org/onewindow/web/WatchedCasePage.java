package org.onewindow.web;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.Organization;
import org.onewindow.supervision.CaseNotes;
import org.onewindow.supervision.CaseNotes.Addressed;
import org.onewindow.workflow.CaseOutlook;
import org.onewindow.workflow.CaseProgress;
import org.onewindow.workflow.FailedJobs;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.StaffAccounts.Account;
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

/** The page of a case for those who watch over it: its clock, its past, what comes next; reminders and remarks. */
@Controller
class WatchedCasePage {

    private static final String PATH = "/supervision/cases/{number}";

    private final SupervisorAccess access;
    private final CaseAccess staff;
    private final CaseClockReading clocks;
    private final CaseRecordSheet record;
    private final DocumentReading documents;
    private final CaseOutlook outlook;
    private final CaseProgress progress;
    private final FailedJobs failed;
    private final CaseNotes notes;
    private final StaffAccounts accounts;
    private final Organization organization;

    WatchedCasePage(
            SupervisorAccess access,
            CaseAccess staff,
            CaseClockReading clocks,
            CaseRecordSheet record,
            DocumentReading documents,
            CaseOutlook outlook,
            CaseProgress progress,
            FailedJobs failed,
            CaseNotes notes,
            StaffAccounts accounts,
            Organization organization) {
        this.access = access;
        this.staff = staff;
        this.clocks = clocks;
        this.record = record;
        this.documents = documents;
        this.outlook = outlook;
        this.progress = progress;
        this.failed = failed;
        this.notes = notes;
        this.accounts = accounts;
        this.organization = organization;
    }

    /** @param about what was refused: a task's id, or {@code remark}; {@code text} is what was typed */
    record Refused(String about, String text, String message) {}

    /** The case that an instance carries. */
    @GetMapping("/supervision/instances/{id}")
    String ofInstance(@AuthenticationPrincipal Account account, @PathVariable String id) {
        var number = outlook.caseOf(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        access.open(number.value(), account);
        return "redirect:/supervision/cases/" + number;
    }

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        return page(access.open(number, account), account, Optional.empty());
    }

    @PostMapping(PATH + "/reminders")
    ModelAndView remind(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String text) {
        return say(account, number, task, text, file -> {
            var open = outlook.tasks(file.caseNumber()).stream()
                    .filter(one -> one.id().equals(task))
                    .findFirst()
                    .orElseThrow(() -> new RefusedInput("这个任务已经办结，不用催办，请刷新页面"));
            notes.remind(
                    file.caseNumber(),
                    new Addressed(open.id(), open.name(), open.person(), open.groups()),
                    text,
                    account.id());
        });
    }

    @PostMapping(PATH + "/remarks")
    ModelAndView remark(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text) {
        return say(account, number, "remark", text, file -> notes.remark(file.caseNumber(), text, account.id()));
    }

    private interface Saying {
        void to(CaseFile file);
    }

    private ModelAndView say(Account account, String number, String about, String text, Saying saying) {
        var file = access.open(number, account);
        if (!access.speaks(file, account)) {
            throw new AccessDeniedException("for supervisors and the department's head");
        }
        try {
            saying.to(file);
        } catch (RefusedInput refused) {
            return page(file, account, Optional.of(new Refused(about, text, refused.getMessage())));
        }
        return new ModelAndView("redirect:/supervision/cases/" + file.caseNumber());
    }

    private ModelAndView page(CaseFile file, Account account, Optional<Refused> refused) {
        var number = file.caseNumber();
        var explanation = clocks.explain(file);
        var tasks = outlook.tasks(number);
        var page = new ModelAndView("watched-case");
        page.addObject("stylesheet", "/site/supervised.css");
        page.addObject("file", file);
        page.addObject("department", organization.departmentName(file.owner()));
        page.addObject("clock", clocks.read(file, true));
        page.addObject("timeline", clocks.timeline(file));
        page.addObject("periods", explanation.periods());
        page.addObject("happened", record.all(file));
        page.addObject("documents", documents.read(file, true));
        page.addObject("opens", staff.isStaffOf(file, account));
        page.addObject("tasks", tasks);
        page.addObject("holders", holders(file));
        page.addObject("coming", outlook.coming(number));
        page.addObject("failed", failed.of(number));
        page.addObject("seesFaults", access.seesAll(account));
        page.addObject("speaks", access.speaks(file, account));
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(r -> page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY));
        return page;
    }

    /** By task: who has it, or who may claim it. */
    private Map<String, String> holders(CaseFile file) {
        var waiting = progress.waiting(file.caseNumber());
        var names = accounts.names(waiting.stream()
                .flatMap(task -> task.assignee().stream())
                .flatMap(taken -> taken.people().stream())
                .distinct()
                .toList());
        return waiting.stream().collect(Collectors.toMap(CaseProgress.Waiting::id, task -> task.assignee()
                .map(taken -> taken.name(names))
                .orElse("待认领：" + String.join("、", task.groups()))));
    }
}
