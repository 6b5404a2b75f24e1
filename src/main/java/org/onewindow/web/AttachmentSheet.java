package org.onewindow.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.attachment.Attachment;
import org.onewindow.casefile.CaseMaterial;

/**
 * The attachments of a case as the page shows them.
 *
 * @param groups by material, in the order of the case's list; those of the case as a whole last
 * @param without the names of the materials of which there is no file
 * @param removed what no longer counts
 */
record AttachmentSheet(List<Group> groups, List<String> without, List<Row> removed) {

    private static final String WHOLE_CASE = "整个办件";
    private static final String APPLICANT = "申请人";

    record Group(String title, List<Row> rows) {}

    /**
     * @param size in words
     * @param removedBy empty for one that was not removed
     */
    record Row(
            long id,
            String name,
            String type,
            boolean viewable,
            String size,
            String by,
            ZonedDateTime at,
            String removedBy,
            Optional<ZonedDateTime> removedAt) {}

    /** @param names the names behind the accounts */
    static AttachmentSheet of(
            List<Attachment> attachments, List<CaseMaterial> materials, Map<String, String> names, ZoneId zone) {
        var present = attachments.stream().filter(a -> a.removal().isEmpty()).toList();
        var groups = Stream.concat(
                        materials.stream().map(m -> group(m.name(), Optional.of(m.code()), present, names, zone)),
                        Stream.of(group(WHOLE_CASE, Optional.empty(), present, names, zone)))
                .toList();
        return new AttachmentSheet(
                groups.stream().filter(group -> !group.rows().isEmpty()).toList(),
                groups.stream()
                        .filter(group ->
                                group.rows().isEmpty() && !group.title().equals(WHOLE_CASE))
                        .map(Group::title)
                        .toList(),
                attachments.stream()
                        .filter(a -> a.removal().isPresent())
                        .map(a -> row(a, names, zone))
                        .toList());
    }

    private static Group group(
            String title,
            Optional<String> material,
            List<Attachment> attachments,
            Map<String, String> names,
            ZoneId zone) {
        return new Group(
                title,
                attachments.stream()
                        .filter(a -> a.material().equals(material))
                        .map(a -> row(a, names, zone))
                        .toList());
    }

    private static Row row(Attachment attachment, Map<String, String> names, ZoneId zone) {
        return new Row(
                attachment.id(),
                attachment.name(),
                attachment.type().label(),
                attachment.type().isViewable(),
                size(attachment.size()),
                attachment.addedBy().map(by -> names.getOrDefault(by, by)).orElse(APPLICANT),
                attachment.addedAt().atZone(zone),
                attachment
                        .removal()
                        .map(removal -> names.getOrDefault(removal.by(), removal.by()))
                        .orElse(""),
                attachment.removal().map(removal -> removal.at().atZone(zone)));
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%d KB".formatted(Math.max(1, Math.round(bytes / 1e3)))
                : "%.1f MB".formatted(bytes / 1e6);
    }
}
