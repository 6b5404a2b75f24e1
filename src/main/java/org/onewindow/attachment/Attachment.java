package org.onewindow.attachment;

import java.time.Instant;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;

/**
 * A file of a case (附件).
 *
 * @param material the code of the material that it is; empty for one of the case as a whole
 * @param name as whoever added it called it, without what no file should be called
 * @param size bytes
 * @param sha256 of the content, lower-case hex
 * @param addedBy the account; empty for the applicant, who came with the pick-up code
 */
public record Attachment(
        long id,
        CaseNumber caseNumber,
        Optional<String> material,
        String name,
        FileType type,
        long size,
        String sha256,
        Optional<String> addedBy,
        Instant addedAt,
        Optional<Removal> removal) {

    /** That it no longer counts (移除), and who said so. */
    public record Removal(String by, Instant at) {}
}
