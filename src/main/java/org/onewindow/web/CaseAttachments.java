package org.onewindow.web;

import java.util.List;
import java.util.Optional;
import org.onewindow.attachment.Attachments;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.workflow.StaffAccounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What staff add to a case and remove from it (附件), on the page 办件 under its materials. */
@Controller
class CaseAttachments {

    static final String PATH = "/cases/{number}/attachments";

    private static final Logger LOG = LoggerFactory.getLogger(CaseAttachments.class);

    private final Attachments attachments;
    private final CaseAccess access;
    private final CaseView view;

    CaseAttachments(Attachments attachments, CaseAccess access, CaseView view) {
        this.attachments = attachments;
        this.access = access;
        this.view = view;
    }

    /** Where the forms of all tasks link to. */
    @GetMapping(PATH)
    String show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        return materials(access.forStaff(number, account));
    }

    @PostMapping(PATH)
    ModelAndView add(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String material,
            @RequestParam(name = SentFiles.FIELD, required = false) List<MultipartFile> sent) {
        var file = access.forWorkers(number, account);
        return change(
                file,
                account,
                () -> attachments.add(
                        file.caseNumber(),
                        Optional.of(material).filter(code -> !code.isEmpty()),
                        SentFiles.uploads(sent == null ? List.of() : sent),
                        Optional.of(account.id())));
    }

    @PostMapping(PATH + "/{id}/removals")
    ModelAndView remove(@AuthenticationPrincipal Account account, @PathVariable String number, @PathVariable long id) {
        var file = access.forWorkers(number, account);
        return change(file, account, () -> attachments.remove(file.caseNumber(), id, account.id()));
    }

    private ModelAndView change(CaseFile file, Account account, Runnable change) {
        try {
            change.run();
        } catch (RefusedInput refused) {
            var messages = refused.violations().stream()
                    .map(RefusedInput.Violation::message)
                    .toList();
            return view.refusedFiles(file, account, HttpStatus.UNPROCESSABLE_ENTITY, messages);
        } catch (FileStoreFailure failure) {
            LOG.error("the file store failed", failure);
            return view.refusedFiles(file, account, HttpStatus.SERVICE_UNAVAILABLE, List.of(failure.getMessage()));
        }
        return new ModelAndView(materials(file));
    }

    private static String materials(CaseFile file) {
        return "redirect:/cases/" + file.caseNumber() + "#materials";
    }
}
