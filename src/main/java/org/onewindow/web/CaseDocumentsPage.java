package org.onewindow.web;

import static org.onewindow.document.IssuedDocument.State.EXPIRED;
import static org.onewindow.document.IssuedDocument.State.VALID;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.document.CannotBeMade;
import org.onewindow.document.DocumentIssue;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page 文书 that staff open from a task; whoever answers for a paper corrects and revokes it there. */
@Controller
class CaseDocumentsPage {

    private static final String PATH = "/cases/{number}/documents";
    private static final String ONE = PATH + "/{id:\\d{1,18}}";
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 300;

    private final CaseAccess access;
    private final DocumentReading reading;
    private final DocumentFiles files;
    private final Documents documents;
    private final DocumentIssue issue;
    private final Clock clock;

    CaseDocumentsPage(
            CaseAccess access,
            DocumentReading reading,
            DocumentFiles files,
            Documents documents,
            DocumentIssue issue,
            Clock clock) {
        this.access = access;
        this.reading = reading;
        this.files = files;
        this.documents = documents;
        this.issue = issue;
        this.clock = clock;
    }

    /**
     * Something that was not done.
     *
     * @param document the paper's id
     * @param reason what was typed
     */
    record Refused(long document, String action, String reason, String message) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        return page(access.forStaff(number, account), account);
    }

    /** @return the PDF, or the page that says why not */
    @GetMapping(ONE + ".pdf")
    Object open(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            HttpServletResponse response) {
        var file = access.forOwnStaff(number, account);
        var document = require(file, id);
        try {
            return files.open(document, account, response);
        } catch (CannotBeMade | FileStoreFailure noPdf) {
            return refused(file, account, new Refused(id, "open", "", noPdf.getMessage()), SERVICE_UNAVAILABLE);
        }
    }

    @GetMapping(ONE + "/pages/{page:\\d{1,5}}")
    ResponseEntity<byte[]> page(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            @PathVariable int page,
            HttpServletResponse response) {
        try {
            return files.page(require(access.forStaff(number, account), id), page, account, response);
        } catch (CannotBeMade | FileStoreFailure noPdf) {
            throw new ResponseStatusException(SERVICE_UNAVAILABLE, noPdf.getMessage(), noPdf);
        }
    }

    @PostMapping(ONE + "/corrections")
    ModelAndView correct(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason) {
        return change(
                account, number, id, "correct", reason, document -> issue.correct(document, reason, account.id()));
    }

    @PostMapping(ONE + "/revocation")
    ModelAndView revoke(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason) {
        return change(account, number, id, "revoke", reason, document -> documents.revoke(id, reason, account.id()));
    }

    private interface Change {
        void make(IssuedDocument document);
    }

    private ModelAndView change(Account account, String number, long id, String action, String reason, Change change) {
        var file = access.forStaff(number, account);
        var document = require(file, id);
        if (!access.answersFor(document, file, account)) {
            throw new AccessDeniedException("not for this account to change the paper");
        }
        try {
            requireReason(reason);
            change.make(document);
        } catch (RefusedInput refused) {
            return refused(file, account, new Refused(id, action, reason, refused.getMessage()), UNPROCESSABLE_ENTITY);
        }
        return new ModelAndView("redirect:/cases/" + file.caseNumber() + "/documents");
    }

    private static void requireReason(String reason) {
        int length = reason.strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            throw new RefusedInput("reason", "请填写理由，2至300个字");
        }
    }

    private IssuedDocument require(CaseFile file, long id) {
        return reading.find(file, id, true).orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
    }

    private ModelAndView page(CaseFile file, Account account) {
        var papers = documents.of(file.caseNumber());
        var today = LocalDate.now(clock);
        var own = papers.stream()
                .filter(paper -> access.answersFor(paper, file, account))
                .toList();
        var page = new ModelAndView("case-documents");
        page.addObject("stylesheet", ProgressPage.STYLE);
        page.addObject("file", file);
        page.addObject("takes", access.isOwnStaffOf(file, account));
        page.addObject("documents", reading.forStaff(file, papers));
        page.addObject("correctable", documents.correctable(own));
        page.addObject(
                "revocable",
                own.stream()
                        .filter(paper -> Set.of(VALID, EXPIRED).contains(paper.state(today)))
                        .map(IssuedDocument::id)
                        .collect(Collectors.toSet()));
        return page;
    }

    private ModelAndView refused(CaseFile file, Account account, Refused refused, HttpStatus status) {
        var page = page(file, account);
        page.addObject("refused", refused);
        page.setStatus(status);
        return page;
    }
}
