package org.onewindow.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The file store (文件库) that all nodes share. Where this account may mount one, it is a small file system of its own, which can
 * be filled; it is seen only in a mount namespace that the nodes are started in, and is gone with the last process there.
 */
final class Store implements AutoCloseable {

    private static final String SIZE = "2g";
    /** What is left when it is full: less than an upload or a paper takes, so that some break off in the middle. */
    private static final int LEFT = 48 * 1024;

    private static final int BLOCK = 1024 * 1024;

    private final Path folder;
    private final Process namespace;
    private final Optional<String> obstacle;

    /** @param folder made anew */
    Store(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        // It holds the namespace for as long as this program holds its other end.
        this.namespace = new ProcessBuilder("unshare", "--mount", "sh", "-c", "mount -t tmpfs -o size=" + SIZE + " tmpfs \"$0\" && echo mounted && exec cat", folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new BufferedReader(new InputStreamReader(namespace.getInputStream())).readLine();
        this.obstacle = "mounted".equals(said) ? Optional.empty() : Optional.of("no file system can be mounted here (" + said + ")");
    }

    Path folder() {
        return folder;
    }

    /** Why it cannot be filled. */
    Optional<String> obstacle() {
        return obstacle;
    }

    /** What comes before a command that is to see the store. */
    List<String> entrance() {
        return obstacle.isPresent() ? List.of() : List.of("nsenter", "--target=" + namespace.pid(), "--mount", "--wd");
    }

    /** The store as this program sees it. */
    Path seen() {
        return obstacle.isPresent() ? folder : Path.of("/proc/" + namespace.pid() + "/root" + folder);
    }

    private Path ballast() {
        return seen().resolve("ballast");
    }

    void fill() throws IOException {
        try (var file = FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            try {
                while (true) {
                    file.write(ByteBuffer.allocate(BLOCK));
                }
            } catch (IOException full) {
                file.truncate(file.size() - LEFT);
            }
        }
    }

    void free() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() {
        namespace.destroy();
        namespace.onExit().join();
    }
}
