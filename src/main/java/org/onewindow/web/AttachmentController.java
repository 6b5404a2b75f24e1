package org.onewindow.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.attachment.Attachment;
import org.onewindow.attachment.Attachments;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes the files of a case online (网上提交附件) and tells what is there. */
@RestController
class AttachmentController {

    private static final String PATH = "/api/cases/{number}/attachments";

    private final Attachments attachments;
    private final CaseFiles files;
    private final CaseAccess access;
    private final Clock clock;

    AttachmentController(Attachments attachments, CaseFiles files, CaseAccess access, Clock clock) {
        this.attachments = attachments;
        this.files = files;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping(PATH)
    AttachmentAnswer list(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestHeader("Pickup-Code") Optional<String> code) {
        var file = access.open(number, Optional.ofNullable(account), code).file();
        return answer(
                file,
                attachments.of(file.caseNumber()).stream()
                        .filter(attachment -> attachment.removal().isEmpty())
                        .toList());
    }

    /** The files are not read before it is known who sends them. */
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentAnswer add(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestHeader("Pickup-Code") Optional<String> code,
            MultipartHttpServletRequest request) {
        var opened = access.open(number, Optional.ofNullable(account), code);
        if (opened.forStaff() && !access.worksOn(opened.file(), account)) {
            throw new ApiProblems.Found(Problem.FORBIDDEN, "您的岗位只能查看这个办件，不能提交附件");
        }
        var added = attachments.add(
                opened.file().caseNumber(),
                Optional.ofNullable(request.getParameter("material")).filter(material -> !material.isBlank()),
                SentFiles.uploads(request.getFiles(SentFiles.FIELD)),
                Optional.ofNullable(account).map(Account::id));
        return answer(opened.file(), added);
    }

    private AttachmentAnswer answer(CaseFile file, List<Attachment> listed) {
        var materials = files.materials(file.caseNumber()).stream()
                .collect(Collectors.toMap(CaseMaterial::code, material -> material));
        return AttachmentAnswer.of(listed, materials, clock.getZone());
    }
}
