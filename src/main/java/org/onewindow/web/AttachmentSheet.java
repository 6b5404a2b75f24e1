package org.onewindow.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.attachment.Attachment;

/**
 * The attachments of a case as its page shows them.
 *
 * @param removed what no longer counts
 */
record AttachmentSheet(List<Row> present, List<Removed> removed) {

    private static final String APPLICANT = "申请人";

    /**
     * @param size in words
     * @param shown how a preview shows it: {@code picture}, {@code pages} or not at all
     */
    record Row(
            long id,
            Optional<String> material,
            String name,
            String type,
            String size,
            String by,
            ZonedDateTime at,
            Optional<String> shown) {}

    record Removed(Row row, String by, ZonedDateTime at) {}

    /** @param names the names behind the accounts */
    static AttachmentSheet of(List<Attachment> attachments, Map<String, String> names, ZoneId zone) {
        return new AttachmentSheet(
                attachments.stream()
                        .filter(a -> a.removal().isEmpty())
                        .map(a -> row(a, names, zone))
                        .toList(),
                attachments.stream()
                        .flatMap(a -> a.removal().stream()
                                .map(removal -> new Removed(
                                        row(a, names, zone),
                                        names.getOrDefault(removal.by(), removal.by()),
                                        removal.at().atZone(zone))))
                        .toList());
    }

    /** The accounts behind some attachments. */
    static Stream<String> people(List<Attachment> attachments) {
        return attachments.stream()
                .flatMap(attachment -> Stream.concat(
                        attachment.addedBy().stream(), attachment.removal().map(Attachment.Removal::by).stream()));
    }

    /** @param material empty for those of the case as a whole */
    List<Row> of(Optional<String> material) {
        return present.stream().filter(row -> row.material().equals(material)).toList();
    }

    private static Row row(Attachment attachment, Map<String, String> names, ZoneId zone) {
        return new Row(
                attachment.id(),
                attachment.material(),
                attachment.name(),
                attachment.type().label(),
                size(attachment.size()),
                attachment.addedBy().map(by -> names.getOrDefault(by, by)).orElse(APPLICANT),
                attachment.addedAt().atZone(zone),
                shown(attachment));
    }

    private static Optional<String> shown(Attachment attachment) {
        if (!attachment.type().isViewable()) {
            return Optional.empty();
        }
        return Optional.of(attachment.type().isPicture() ? "picture" : "pages");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%d KB".formatted(Math.max(1, Math.round(bytes / 1e3)))
                : "%.1f MB".formatted(bytes / 1e6);
    }
}
