package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a case through the REST interface: for its staff, the platform that registered it, and the applicant. */
@RestController
class DocumentController {

    private static final String PATH = "/api/cases/{number}/documents";

    private final CaseAccess access;
    private final DocumentReading reading;
    private final DocumentFiles files;

    DocumentController(CaseAccess access, DocumentReading reading, DocumentFiles files) {
        this.access = access;
        this.reading = reading;
        this.files = files;
    }

    record Answer(List<DocumentAnswer> documents) {}

    @GetMapping(PATH)
    Answer list(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestHeader("Pickup-Code") Optional<String> code) {
        var opened = access.open(number, Optional.ofNullable(account), code);
        return new Answer(reading.read(opened.file(), opened.forStaff()));
    }

    @GetMapping(PATH + "/{id:\\d{1,18}}")
    ResponseEntity<byte[]> read(
            @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @PathVariable long id,
            @RequestHeader("Pickup-Code") Optional<String> code,
            HttpServletResponse response) {
        var opened = access.open(number, Optional.ofNullable(account), code);
        var document = reading.find(opened.file(), id, opened.forStaff())
                .orElseThrow(() -> new ApiProblems.Found(Problem.NOT_FOUND, "这个办件没有这份文书，请核对文书的 id"));
        return files.download(document, Optional.ofNullable(account).map(Account::id), response);
    }
}
