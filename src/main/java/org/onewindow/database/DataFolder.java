package org.onewindow.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of one embedded server, locked for as long as it is open: the cluster, the password, the server's log.
 *
 * <p>The password is written under its own name only once the cluster is complete, so a first start that was killed
 * half-way is recognised by the missing password and done again.
 */
final class DataFolder implements AutoCloseable {

    private static final int MOST_DISPOSABLE = 64;

    /** Closing any channel to a file gives up the whole process's lock on it: never open one that we hold already. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Locks the folder, creating it if need be. */
    static DataFolder open(Path path) throws IOException {
        return tryOpen(path)
                .orElseThrow(() -> new StartRefusedException(
                        "数据目录 " + path.toAbsolutePath() + " 正被另一个运行中的一窗程序" + owner(path) + "使用。",
                        "请先停止那个程序；如需同时运行两个，请用 onewindow.database.data-folder 和"
                                + " onewindow.database.port 为本程序另设数据目录和端口。"));
    }

    /** Locks the first free one of {@code <path>-1}, {@code <path>-2} and so on. */
    static DataFolder openDisposable(Path path) throws IOException {
        for (int number = 1; number <= MOST_DISPOSABLE; number++) {
            var free = tryOpen(path.resolveSibling(path.getFileName() + "-" + number));
            if (free.isPresent()) {
                return free.get();
            }
        }
        throw new StartRefusedException("已有 " + MOST_DISPOSABLE + " 个临时数据库在运行。", "请先停止一些测试程序。");
    }

    /** Whether an application runs on the folder. */
    static boolean isHeld(Path path) throws IOException {
        var free = tryOpen(path);
        if (free.isPresent()) {
            free.get().close();
        }
        return free.isEmpty();
    }

    private static Optional<DataFolder> tryOpen(Path path) throws IOException {
        var folder = ownersOnly(path);
        if (!HELD.add(folder)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve("owner.lock"), CREATE, READ, WRITE);
            if (channel.tryLock() != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                var opened = new DataFolder(folder, channel);
                channel = null;
                return Optional.of(opened);
            }
            HELD.remove(folder);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            HELD.remove(folder);
            throw e;
        } finally {
            if (channel != null) {
                channel.close();
            }
        }
    }

    /** Creates the folder so that no other account of the machine may look into it or plant anything in it. */
    static Path ownersOnly(Path path) throws IOException {
        var folder = Files.createDirectories(path.toAbsolutePath()).toRealPath();
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private static String owner(Path path) {
        try {
            return HELD.contains(path.toRealPath())
                    ? "（本进程）"
                    : "（进程号 " + Files.readString(path.resolve("owner.lock")) + "）";
        } catch (IOException e) {
            return "";
        }
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path passwordFile() {
        return isComplete() ? folder.resolve("password") : folder.resolve("password.new");
    }

    String password() throws IOException {
        return Files.readString(passwordFile());
    }

    boolean isComplete() {
        return Files.exists(folder.resolve("password"));
    }

    /** Makes room for a new cluster and draws its password. */
    void empty() throws IOException {
        Files.deleteIfExists(folder.resolve("password"));
        FileSystemUtils.deleteRecursively(cluster());
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(folder.resolve("password.new"), HexFormat.of().formatHex(bytes));
    }

    void markComplete() throws IOException {
        Files.move(folder.resolve("password.new"), folder.resolve("password"));
    }

    /** Gives the folder free; with {@code emptied} nothing but the lock's file stays. */
    void close(boolean emptied) throws IOException {
        if (emptied) {
            Files.deleteIfExists(folder.resolve("password"));
            FileSystemUtils.deleteRecursively(cluster());
        }
        close();
    }

    @Override
    public void close() throws IOException {
        lock.close();
        HELD.remove(folder);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
