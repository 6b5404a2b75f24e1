package org.onewindow.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of PostgreSQL's unpacked programs.
 *
 * <p>Zonky unpacks them at the first start, but takes a file that a killed start left half-written for a whole one, and
 * lets every account write into the folder. So starts take turns here, what was left half-unpacked is removed, and the
 * folder lies in one that only its owner may enter.
 */
final class PostgresBinaries {

    private PostgresBinaries() {}

    static synchronized EmbeddedPostgres start(EmbeddedPostgres.Builder server, Path folder) throws IOException {
        var own = DataFolder.ownersOnly(folder);
        try (var channel = FileChannel.open(own.resolve("unpack.lock"), CREATE, WRITE)) {
            // Held until the channel closes.
            channel.lock();
            var unpacked = Files.createDirectories(own.resolve("unpacked"));
            removeHalfUnpacked(unpacked);
            return server.setOverrideWorkingDirectory(unpacked.toFile()).start();
        }
    }

    private static void removeHalfUnpacked(Path unpacked) throws IOException {
        try (var versions = Files.newDirectoryStream(unpacked)) {
            for (var version : versions) {
                if (Files.exists(version.resolve("epg-lock"))) {
                    FileSystemUtils.deleteRecursively(version);
                }
            }
        }
    }
}
