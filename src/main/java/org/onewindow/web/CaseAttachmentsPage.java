package org.onewindow.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.attachment.Attachment;
import org.onewindow.attachment.Attachments;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.workflow.StaffAccounts;
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

/** The page 附件 that staff open from a task: what belongs to the case, and a form to add to it. */
@Controller
class CaseAttachmentsPage {

    static final String PATH = "/cases/{number}/attachments";

    private static final Logger LOG = LoggerFactory.getLogger(CaseAttachmentsPage.class);

    private final Attachments attachments;
    private final CaseFiles files;
    private final CaseAccess access;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseAttachmentsPage(
            Attachments attachments, CaseFiles files, CaseAccess access, StaffAccounts accounts, Clock clock) {
        this.attachments = attachments;
        this.files = files;
        this.access = access;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Why nothing was changed.
     *
     * @param material the one that was chosen
     */
    record Refused(HttpStatus status, List<String> messages, String material) {}

    @GetMapping(PATH)
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        return page(access.forStaff(number, account), account, Optional.empty());
    }

    @PostMapping(PATH)
    ModelAndView add(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String material,
            @RequestParam(name = SentFiles.FIELD, required = false) List<MultipartFile> sent) {
        var file = requireWorker(number, account);
        return change(
                file,
                account,
                material,
                () -> attachments.add(
                        file.caseNumber(),
                        Optional.of(material).filter(code -> !code.isEmpty()),
                        SentFiles.uploads(sent == null ? List.of() : sent),
                        Optional.of(account.id())));
    }

    @PostMapping(PATH + "/{id}/removals")
    ModelAndView remove(@AuthenticationPrincipal Account account, @PathVariable String number, @PathVariable long id) {
        var file = requireWorker(number, account);
        return change(file, account, "", () -> attachments.remove(file.caseNumber(), id, account.id()));
    }

    private CaseFile requireWorker(String number, Account account) {
        var file = access.forStaff(number, account);
        if (!access.worksOn(file, account)) {
            throw new AccessDeniedException("who only looks on changes nothing");
        }
        return file;
    }

    private ModelAndView change(CaseFile file, Account account, String material, Runnable change) {
        try {
            change.run();
        } catch (RefusedInput refused) {
            var messages = refused.violations().stream()
                    .map(RefusedInput.Violation::message)
                    .toList();
            return page(file, account, Optional.of(new Refused(HttpStatus.UNPROCESSABLE_ENTITY, messages, material)));
        } catch (FileStoreFailure failure) {
            LOG.error("the file store failed", failure);
            return page(
                    file,
                    account,
                    Optional.of(new Refused(HttpStatus.SERVICE_UNAVAILABLE, List.of(failure.getMessage()), material)));
        }
        return new ModelAndView("redirect:/cases/" + file.caseNumber() + "/attachments");
    }

    private ModelAndView page(CaseFile file, Account account, Optional<Refused> refused) {
        var all = attachments.of(file.caseNumber());
        var materials = files.materials(file.caseNumber());
        var people = all.stream()
                .flatMap(attachment -> Stream.concat(
                        attachment.addedBy().stream(), attachment.removal().map(Attachment.Removal::by).stream()))
                .distinct()
                .toList();
        var page = new ModelAndView("case-attachments");
        page.addObject("stylesheet", "/site/attachments.css");
        page.addObject("file", file);
        page.addObject("sheet", AttachmentSheet.of(all, materials, accounts.names(people), clock.getZone()));
        page.addObject("materials", materials);
        page.addObject("limits", attachments.limits());
        page.addObject(
                "changeable", access.worksOn(file, account) && !file.state().isFinal());
        page.addObject("refused", refused.orElse(null));
        refused.ifPresent(r -> page.setStatus(r.status()));
        return page;
    }
}
