package org.onewindow.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is in the file store, against the rows that name it. */
final class KeptFiles {

    private static final int HASH = 64;

    private final Path store;
    /** Read once: what was stored never changes, and the next look need not read it again. */
    private final Set<String> sound = new HashSet<>();

    KeptFiles(Path store) {
        this.store = store;
    }

    /** Rows without their file, and files whose content is not what their name says. */
    List<String> faults(JdbcTemplate jdbc) throws IOException {
        var faults = new ArrayList<String>();
        try (var files = Files.walk(store)) {
            for (var file : (Iterable<Path>) files.filter(file -> file.getFileName().toString().length() == HASH)::iterator) {
                var name = file.getFileName().toString();
                if (!sound.contains(name) && !add(file)) {
                    faults.add("not what its name says: " + name);
                }
            }
        }
        jdbc.query("select case_number, sha256 from attachment union all select case_number, file_hash from document where file_hash is not null", row -> {
            if (!sound.contains(row.getString(2))) {
                faults.add(row.getString(1) + " without its file " + row.getString(2));
            }
        });
        return faults;
    }

    private boolean add(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var name = file.getFileName().toString();
            return DigestUtils.sha256Hex(content).equals(name) && sound.add(name);
        } catch (NoSuchFileException swept) {
            return true;
        }
    }
}
