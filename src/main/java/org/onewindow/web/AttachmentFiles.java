package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import org.onewindow.attachment.Attachment;
import org.onewindow.attachment.AttachmentReading;
import org.onewindow.attachment.AttachmentReading.Content;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.NoChineseFont;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.workflow.StaffAccounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The files themselves, for the staff of their case: shown with a watermark, or taken away. Strangers made them. */
@Controller
class AttachmentFiles {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentFiles.class);

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    /** Nothing is loaded, nothing is part of another page. */
    private static final String LOCKED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";
    /** Nor does anything run. */
    private static final String SANDBOXED = LOCKED + "; sandbox";
    /** A sandbox would keep many a browser from showing a PDF at all; its viewer is a sandbox itself. */
    private static final String FOR_VIEWER = LOCKED + "; object-src 'self'";

    private final Attachments attachments;
    private final AttachmentReading reading;
    private final CaseAccess access;

    AttachmentFiles(Attachments attachments, AttachmentReading reading, CaseAccess access) {
        this.attachments = attachments;
        this.reading = reading;
        this.access = access;
    }

    @GetMapping(CaseAttachments.PATH + "/{id}/view")
    ResponseEntity<InputStreamResource> view(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            HttpServletResponse response) {
        var file = access.forStaff(number, account);
        var attachment = find(file, id);
        return answer(reading.view(file, attachment, account.id()), attachment, ContentDisposition.inline(), response);
    }

    /** A page of a PDF with the watermark, as a picture. */
    @GetMapping(CaseAttachments.PATH + "/{id}/pages/{page:\\d{1,5}}")
    ResponseEntity<byte[]> page(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            @PathVariable int page,
            HttpServletResponse response) {
        var file = access.forStaff(number, account);
        return FileAnswer.page(reading.page(file, find(file, id), page, account.id()), response);
    }

    @GetMapping(CaseAttachments.PATH + "/{id}/file")
    ResponseEntity<InputStreamResource> download(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            HttpServletResponse response) {
        var attachment = find(access.forOwnStaff(number, account), id);
        return answer(
                reading.download(attachment, account.id()), attachment, ContentDisposition.attachment(), response);
    }

    @ExceptionHandler
    ModelAndView explain(RefusedInput refused) {
        return explained(HttpStatus.UNPROCESSABLE_ENTITY, refused);
    }

    @ExceptionHandler({FileStoreFailure.class, NoChineseFont.class})
    ModelAndView explain(RuntimeException failure) {
        LOG.error("an attachment could not be handed out", failure);
        return explained(HttpStatus.SERVICE_UNAVAILABLE, failure);
    }

    private static ModelAndView explained(HttpStatus status, RuntimeException thrown) {
        var page = new ModelAndView("error/attachment", status);
        page.addObject("message", thrown.getMessage());
        return page;
    }

    /** A removed one is kept, but not handed out. */
    private Attachment find(CaseFile file, long id) {
        return attachments
                .find(file.caseNumber(), id)
                .filter(attachment -> attachment.removal().isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<InputStreamResource> answer(
            Content content,
            Attachment attachment,
            ContentDisposition.Builder disposition,
            HttpServletResponse response) {
        var type = MediaType.parseMediaType(content.mediaType());
        return FileAnswer.named(disposition, attachment.name(), type, response)
                .header(CONTENT_SECURITY_POLICY, type.equals(MediaType.APPLICATION_PDF) ? FOR_VIEWER : SANDBOXED)
                .contentLength(content.length())
                .body(new InputStreamResource(content.stream()));
    }
}
