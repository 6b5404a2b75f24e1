package org.onewindow.attachment;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import org.onewindow.storage.FileReferences;
import org.springframework.stereotype.Component;

/** An attachment keeps its file; a removed one keeps it as long as logs are kept, in case the removal was a mistake or a fraud. */
@Component
class AttachmentReferences implements FileReferences {

    private final AttachmentRows rows;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentReferences(AttachmentRows rows, AttachmentSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<String> referenced(Collection<String> hashes) {
        var since = ZonedDateTime.now(clock).minus(settings.keepRemoved());
        return rows.referenced(hashes, since.toInstant());
    }
}
