package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.onewindow.attachment.PdfPages;
import org.onewindow.document.DocumentMaker;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Papers' PDFs as answers, each on record. */
@Component
class DocumentFiles {

    private final DocumentMaker maker;
    private final Documents documents;
    private final PdfPages pages;

    DocumentFiles(DocumentMaker maker, Documents documents, PdfPages pages) {
        this.maker = maker;
        this.documents = documents;
        this.pages = pages;
    }

    /** A page as a picture, for a preview. @throws CannotBeMade if there is no PDF and none can be made now */
    ResponseEntity<byte[]> page(IssuedDocument document, int page, Account account, HttpServletResponse response) {
        var pdf = maker.file(document);
        documents.taken(document, Optional.of(account.id()));
        try {
            return FileAnswer.page(pages.draw(new ByteArrayInputStream(pdf), page), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // we made it ourselves
        }
    }

    /** To be read in the browser. @throws CannotBeMade if there is none and none can be made now */
    ResponseEntity<byte[]> open(IssuedDocument document, Account account, HttpServletResponse response) {
        return answer(document, ContentDisposition.inline(), Optional.of(account.id()), response);
    }

    /**
     * To be kept.
     *
     * @param account empty for the applicant
     * @throws CannotBeMade if there is none and none can be made now
     */
    ResponseEntity<byte[]> download(IssuedDocument document, Optional<String> account, HttpServletResponse response) {
        return answer(document, ContentDisposition.attachment(), account, response);
    }

    private ResponseEntity<byte[]> answer(
            IssuedDocument document,
            ContentDisposition.Builder disposition,
            Optional<String> account,
            HttpServletResponse response) {
        var pdf = maker.file(document);
        documents.taken(document, account);
        return FileAnswer.named(disposition, document.fileName(), MediaType.APPLICATION_PDF, response)
                .body(pdf);
    }
}
