package org.onewindow.web;

import java.util.List;
import java.util.Optional;
import org.onewindow.attachment.Attachments;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.workflow.CaseWithdrawal;
import org.onewindow.workflow.StaffAccounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page 撤件: the applicant's signed paper, sent now or among the case's attachments already, and the reason. */
@Controller
class WithdrawalPage {

    private static final String PATH = "/cases/{number}/withdrawal";
    private static final Logger LOG = LoggerFactory.getLogger(WithdrawalPage.class);

    private final CaseAccess access;
    private final CaseWithdrawal withdrawal;
    private final Attachments attachments;

    WithdrawalPage(CaseAccess access, CaseWithdrawal withdrawal, Attachments attachments) {
        this.access = access;
        this.withdrawal = withdrawal;
        this.attachments = attachments;
    }

    /** What was typed and chosen. */
    record Sent(String reason, long paper) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        return page(open(number, account), new Sent("", 0), List.of());
    }

    @PostMapping(PATH)
    ModelAndView withdraw(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") long paper,
            @RequestParam(name = SentFiles.FIELD, required = false) List<MultipartFile> sent) {
        var file = open(number, account);
        try {
            withdrawal.check(file, reason, account);
            withdrawal.withdraw(file, paper(file, paper, sent, account), reason, account);
        } catch (RefusedInput refused) {
            var messages = refused.violations().stream().map(Violation::message).toList();
            return refused(file, new Sent(reason, paper), HttpStatus.UNPROCESSABLE_ENTITY, messages);
        } catch (FileStoreFailure failure) {
            LOG.error("the file store failed", failure);
            var messages = List.of(failure.getMessage());
            return refused(file, new Sent(reason, paper), HttpStatus.SERVICE_UNAVAILABLE, messages);
        }
        return CaseView.done(file.caseNumber(), "withdrawal");
    }

    private CaseFile open(String number, Account account) {
        var file = access.forWorkers(number, account);
        if (!withdrawal.isHandledBy(file, account)) {
            throw new AccessDeniedException("for the window and whoever has the step in hand");
        }
        return file;
    }

    /** The file that was sent, else the attachment that was chosen. */
    private long paper(CaseFile file, long chosen, List<MultipartFile> sent, Account account) {
        var uploads = SentFiles.uploads(sent == null ? List.of() : sent);
        return uploads.isEmpty()
                ? chosen
                : attachments
                        .add(file.caseNumber(), Optional.empty(), uploads, Optional.of(account.id()))
                        .get(0)
                        .id();
    }

    private ModelAndView refused(CaseFile file, Sent sent, HttpStatus status, List<String> messages) {
        var page = page(file, sent, messages);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(CaseFile file, Sent sent, List<String> refused) {
        var page = new ModelAndView("withdrawal");
        page.addObject("stylesheet", CaseView.STYLE);
        page.addObject("script", "/site/withdrawal.js");
        page.addObject("file", file);
        page.addObject(
                "papers",
                attachments.of(file.caseNumber()).stream()
                        .filter(attachment -> attachment.removal().isEmpty())
                        .toList());
        page.addObject("limits", attachments.limits());
        page.addObject("sent", sent);
        page.addObject("refused", refused);
        return page;
    }
}
