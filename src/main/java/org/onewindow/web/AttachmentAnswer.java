package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.attachment.Attachment;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.web.ItemAnswer.Coded;

/** The attachments of a case, as the REST interface tells them. */
record AttachmentAnswer(List<Entry> attachments) {

    /**
     * @param material which of the case's materials it is; empty for a file of the case as a whole
     * @param size bytes
     * @param sha256 of the content, so that the sender can compare
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Entry(
            long id,
            Optional<Coded> material,
            String name,
            String mediaType,
            long size,
            String sha256,
            OffsetDateTime addedAt) {}

    static AttachmentAnswer of(List<Attachment> attachments, Map<String, CaseMaterial> materials, ZoneId zone) {
        return new AttachmentAnswer(attachments.stream()
                .map(attachment -> new Entry(
                        attachment.id(),
                        attachment
                                .material()
                                .map(code -> new Coded(code, materials.get(code).name())),
                        attachment.name(),
                        attachment.type().mediaType(),
                        attachment.size(),
                        attachment.sha256(),
                        OffsetDateTime.ofInstant(attachment.addedAt(), zone)))
                .toList());
    }
}
