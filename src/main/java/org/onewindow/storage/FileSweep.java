package org.onewindow.storage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onewindow.storage.FileStore.StoredFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes files that no row refers to (文件清扫), once they are older than the grace period: what an upload left that broke off,
 * and what its module has given up. Only the running application sweeps: a rehearsal's rows would not name anybody's files.
 */
@Component
@ConditionalOnWebApplication
@EnableScheduling
public class FileSweep {

    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);

    private static final long LOCK = 0x1fee5;
    private static final int AT_ONCE = 1000;

    private final FileStore store;
    private final Filing filing;
    private final List<FileReferences> owners;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final FileSettings settings;

    FileSweep(
            FileStore store,
            Filing filing,
            ObjectProvider<FileReferences> owners,
            JdbcTemplate jdbc,
            Clock clock,
            FileSettings settings) {
        this.store = store;
        this.filing = filing;
        this.owners = owners.stream().toList();
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(cron = "${onewindow.files.sweep:0 30 2 * * *}")
    void atNight() {
        try {
            sweep();
        } catch (FileStoreFailure failure) {
            LOG.error("{}", failure.getMessage(), failure);
        }
    }

    /**
     * One node at a time; the others leave it to that one.
     *
     * @return how many files were removed
     */
    public int sweep() {
        return jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (var lock = connection.createStatement();
                    var answer = lock.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    return 0;
                }
                try {
                    return sweepAll();
                } finally {
                    lock.execute("select pg_advisory_unlock(" + LOCK + ")");
                }
            }
        });
    }

    private int sweepAll() {
        var before = clock.instant().minus(settings.grace());
        store.discardUnfinished(before);
        int removed = 0;
        try (var files = store.list()) {
            var old = files.filter(file -> file.storedAt().isBefore(before)).iterator();
            while (old.hasNext()) {
                var hashes = next(old);
                hashes.removeAll(referenced(hashes));
                removed += (int) hashes.stream()
                        .filter(hash -> filing.discard(hash, this::isReferenced))
                        .count();
            }
        }
        LOG.info("{} files without a row were removed", removed);
        return removed;
    }

    private static List<String> next(Iterator<StoredFile> files) {
        var hashes = new ArrayList<String>();
        while (files.hasNext() && hashes.size() < AT_ONCE) {
            hashes.add(files.next().hash());
        }
        return hashes;
    }

    private boolean isReferenced(String hash) {
        return !referenced(Set.of(hash)).isEmpty();
    }

    private Set<String> referenced(Collection<String> hashes) {
        return owners.stream()
                .flatMap(owner -> owner.referenced(hashes).stream())
                .collect(Collectors.toSet());
    }
}
