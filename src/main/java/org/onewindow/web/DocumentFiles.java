package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.onewindow.document.DocumentMaker;
import org.onewindow.document.IssuedDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Papers' PDFs as answers. */
@Component
class DocumentFiles {

    private final DocumentMaker maker;

    DocumentFiles(DocumentMaker maker) {
        this.maker = maker;
    }

    /** To be read in the browser. @throws CannotBeMade if there is none and none can be made now */
    ResponseEntity<byte[]> open(IssuedDocument document, HttpServletResponse response) {
        return answer(document, ContentDisposition.inline(), response);
    }

    /** To be kept. @throws CannotBeMade if there is none and none can be made now */
    ResponseEntity<byte[]> download(IssuedDocument document, HttpServletResponse response) {
        return answer(document, ContentDisposition.attachment(), response);
    }

    private ResponseEntity<byte[]> answer(
            IssuedDocument document, ContentDisposition.Builder disposition, HttpServletResponse response) {
        var pdf = maker.file(document);
        response.setCharacterEncoding(null); // all other answers are texts
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }
}
