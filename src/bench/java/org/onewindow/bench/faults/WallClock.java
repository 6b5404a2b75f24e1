package org.onewindow.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The clock of one node, which can be set: libfaketime reads its offset from a file once a second. Only the time of day is
 * faked; what measures how long something takes, and the database, keep the machine's.
 */
final class WallClock {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Optional<Path> LIBRARY = library();

    private final Path file;

    WallClock(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        write(Duration.ZERO);
    }

    /** Why no clock can be set. */
    static Optional<String> obstacle() {
        return LIBRARY.isPresent() ? Optional.empty() : Optional.of("libfaketime is not installed (Debian's package faketime)");
    }

    private static Optional<Path> library() {
        try (var found = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
            for (var folder : found) {
                var library = folder.resolve("faketime/libfaketime.so.1");
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
        } catch (IOException noSuchFolder) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** What a virtual machine needs in its environment; without the last but one its timed waits return at once. */
    Map<String, String> environment() {
        return LIBRARY.map(library -> Map.of(
                        "LD_PRELOAD", library.toString(),
                        "FAKETIME_TIMESTAMP_FILE", file.toString(),
                        "FAKETIME_CACHE_DURATION", String.valueOf(LOOK.toSeconds()),
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                        "NO_FAKE_STAT", "1"))
                .orElse(Map.of());
    }

    /** Returns when the node goes by it. */
    void set(Duration ahead) throws IOException, InterruptedException {
        write(ahead);
        Thread.sleep(LOOK.multipliedBy(2).toMillis());
    }

    private void write(Duration ahead) throws IOException {
        var next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), "%+d\n".formatted(ahead.toSeconds()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
