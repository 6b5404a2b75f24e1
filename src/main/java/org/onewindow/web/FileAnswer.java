package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer that is a file with a name of its own, in Chinese as often as not. */
final class FileAnswer {

    private FileAnswer() {}

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
