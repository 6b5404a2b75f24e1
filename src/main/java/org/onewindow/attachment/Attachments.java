package org.onewindow.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.RefusedInput.Violation;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.storage.Filing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds files to cases and removes them (附件的添加和移除). Who may do so, the caller knows. */
@Service
@EnableConfigurationProperties(AttachmentSettings.class)
public class Attachments {

    /** The field that a refusal names. */
    private static final String FILE = "file";

    private final AttachmentRows rows;
    private final AttachmentSettings settings;
    private final VirusScan scan;
    private final Filing filing;
    private final CaseFiles files;
    private final Clock clock;

    Attachments(
            AttachmentRows rows,
            AttachmentSettings settings,
            VirusScan scan,
            Filing filing,
            CaseFiles files,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.scan = scan;
        this.filing = filing;
        this.files = files;
        this.clock = clock;
    }

    /**
     * @param largest megabytes that one file may have
     * @param most attachments that a case may have
     */
    public record Limits(long largest, int most) {}

    public Limits limits() {
        return new Limits(settings.largest().toMegabytes(), settings.most());
    }

    /** All of a case's, removed ones included, the oldest first. */
    public List<Attachment> of(CaseNumber caseNumber) {
        return rows.of(caseNumber);
    }

    public Optional<Attachment> find(CaseNumber caseNumber, long id) {
        return rows.find(caseNumber, id);
    }

    /**
     * Adds files. What is already there, in the same place and with the same content, is not added again, so that one may send
     * a second time what was not answered.
     *
     * @param material the code of a material on the case's list; empty for files of the case as a whole
     * @param by the account; empty for the applicant
     * @return the attachments, one for each file and in their order
     * @throws RefusedInput with every file at fault; then none was added
     * @throws FileStoreFailure if the store fails; those before may have been added
     */
    public List<Attachment> add(
            CaseNumber caseNumber, Optional<String> material, List<Upload> uploads, Optional<String> by) {
        checkPlace(caseNumber, material, by);
        if (uploads.isEmpty()) {
            throw new RefusedInput(FILE, "请选择要上传的文件");
        }
        if (uploads.size() > settings.most()) {
            throw tooMany();
        }
        try (var received = new Received()) {
            uploads.forEach(received::check);
            received.refuseFaults();
            return received.files.stream()
                    .map(file -> file(caseNumber, material, file, by))
                    .toList();
        }
    }

    /**
     * Marks an attachment as removed (移除). Its file is kept for as long as the settings say.
     *
     * @throws RefusedInput if it is not there, or the case is closed
     */
    @Transactional
    public void remove(CaseNumber caseNumber, long id, String by) {
        if (files.require(caseNumber).state().isFinal()) {
            throw new RefusedInput("办件已经办结，附件不再变动");
        }
        if (!rows.remove(caseNumber, id, by, clock.instant())) {
            throw new RefusedInput("这个附件已经移除，请刷新页面");
        }
    }

    private void checkPlace(CaseNumber caseNumber, Optional<String> material, Optional<String> by) {
        var file = files.require(caseNumber);
        if (file.state().isFinal()) {
            throw new RefusedInput("办件已经办结，不再接收附件");
        }
        if (by.isEmpty() && file.decision().isPresent()) {
            throw new RefusedInput("办件已经作出决定，不再接收申请人的附件");
        }
        boolean isKnown = material.isEmpty()
                || files.materials(caseNumber).stream()
                        .anyMatch(known -> known.code().equals(material.get()));
        if (!isKnown) {
            throw new RefusedInput("material", "本办件的材料清单中没有这项材料，请重新选择");
        }
    }

    private Attachment file(
            CaseNumber caseNumber, Optional<String> material, CheckedFile checked, Optional<String> by) {
        return filing.file(checked.content(), hash -> {
            rows.lock(caseNumber);
            var present = rows.of(caseNumber).stream()
                    .filter(attachment -> attachment.removal().isEmpty())
                    .toList();
            return present.stream()
                    .filter(attachment -> attachment.sha256().equals(hash)
                            && attachment.material().equals(material))
                    .findFirst()
                    .orElseGet(() -> {
                        if (present.size() >= settings.most()) {
                            throw tooMany();
                        }
                        return rows.add(
                                caseNumber,
                                material,
                                checked.name(),
                                checked.type(),
                                checked.content().size(),
                                hash,
                                by,
                                clock.instant());
                    });
        });
    }

    private RefusedInput tooMany() {
        return new RefusedInput(FILE, "一个办件最多%d个附件，请先移除不需要的，或者合并为一个文件".formatted(settings.most()));
    }

    private record CheckedFile(String name, FileType type, ReceivedFile content) {}

    /** The files of one request while they are looked at. */
    private final class Received implements AutoCloseable {

        private final List<CheckedFile> files = new ArrayList<>();
        private final List<Violation> faults = new ArrayList<>();

        void check(Upload upload) {
            try {
                var content =
                        ReceivedFile.of(upload.content(), settings.largest().toBytes());
                try {
                    var type = ContentCheck.typeOf(content.file());
                    scan.check(content.file());
                    files.add(new CheckedFile(FileName.clean(upload.name(), type), type, content));
                } catch (RefusedInput refused) {
                    content.close();
                    throw refused;
                }
            } catch (RefusedInput refused) {
                faults.add(new Violation(FILE, "“" + FileName.shown(upload.name()) + "”" + refused.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void refuseFaults() {
            if (!faults.isEmpty()) {
                throw new RefusedInput(faults);
            }
        }

        @Override
        public void close() {
            files.forEach(file -> file.content().close());
        }
    }
}
