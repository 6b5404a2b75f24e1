package org.onewindow.web;

import java.util.List;
import java.util.Optional;
import org.onewindow.attachment.Upload;
import org.springframework.web.multipart.MultipartFile;

/** The files of a multipart request. */
final class SentFiles {

    static final String FIELD = "file";

    private SentFiles() {}

    /** A browser sends a nameless empty file where none was chosen. */
    static List<Upload> uploads(List<MultipartFile> sent) {
        return sent.stream()
                .filter(file -> !file.isEmpty() || !name(file).isBlank())
                .map(file -> new Upload(name(file), file))
                .toList();
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }
}
