package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.onewindow.attachment.PdfPages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** An answer that is a file with a name of its own, in Chinese as often as not. */
final class FileAnswer {

    /** Tells a preview where the last page is. */
    private static final String COUNT = "Page-Count";

    private FileAnswer() {}

    /** A page as a picture; without one it is not found. */
    static ResponseEntity<byte[]> page(Optional<PdfPages.Page> page, HttpServletResponse response) {
        response.setCharacterEncoding(null); // as below
        return page.map(drawn -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .header(COUNT, String.valueOf(drawn.of()))
                        .body(drawn.jpeg()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param disposition whether it is shown or kept */
    static ResponseEntity.BodyBuilder named(
            ContentDisposition.Builder disposition, String name, MediaType type, HttpServletResponse response) {
        response.setCharacterEncoding(null); // all other answers are texts
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(type);
    }
}
