package org.onewindow.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Files in a folder: {@code ab/cd/abcd…}, so that no folder holds too many. */
class FolderStore implements FileStore {

    /** Beside the files, so that a file comes to its place by a change of name. */
    private static final String INCOMING = "incoming";

    private final Path folder;
    private final long keepFree;

    /** @param keepFree bytes that have to stay free on the disk */
    FolderStore(Path folder, long keepFree) {
        this.folder = folder.toAbsolutePath().normalize();
        this.keepFree = keepFree;
    }

    @Override
    public String put(InputStream content) {
        return using(() -> {
            var incoming = Files.createDirectories(folder.resolve(INCOMING));
            if (isFull()) {
                throw full(null);
            }
            try (var arrived = Incoming.receive(content, incoming)) {
                var target = path(arrived.hash());
                if (!Files.exists(target)) {
                    createFolders(target.getParent());
                    Files.move(arrived.file(), target, StandardCopyOption.ATOMIC_MOVE);
                    force(target.getParent());
                }
                return arrived.hash();
            }
        });
    }

    @Override
    public Optional<InputStream> open(String hash) {
        return using(() -> {
            try {
                return Optional.of(Files.newInputStream(path(hash)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean contains(String hash) {
        return Files.exists(path(hash));
    }

    @Override
    public void delete(String hash) {
        using(() -> Files.deleteIfExists(path(hash)));
    }

    @Override
    public Stream<StoredFile> list() {
        return files(folder).filter(file -> Hash.isHash(name(file))).flatMap(file -> stored(file).stream());
    }

    @Override
    public void discardUnfinished(Instant before) {
        try (var files = files(folder.resolve(INCOMING))) {
            files.filter(file -> name(file).endsWith(Incoming.SUFFIX))
                    .filter(file -> using(
                            () -> Files.getLastModifiedTime(file).toInstant().isBefore(before)))
                    .forEach(file -> using(() -> Files.deleteIfExists(file)));
        }
    }

    private Stream<Path> files(Path start) {
        return using(() -> Files.isDirectory(start) ? Files.walk(start).filter(Files::isRegularFile) : Stream.empty());
    }

    /** Empty for one that was deleted in the meantime. */
    private Optional<StoredFile> stored(Path file) {
        return using(() -> {
            try {
                return Optional.of(new StoredFile(
                        name(file),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant()));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    private Path path(String hash) {
        Hash.require(hash);
        return folder.resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** A new folder is on the disk only when the one that names it is. */
    private void createFolders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            force(parent.getParent());
            force(folder);
        }
    }

    private static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private boolean isFull() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < keepFree;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T using(Work<T> work) {
        try {
            return work.run();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private FileStoreFailure failure(IOException cause) {
        try {
            if (isFull()) {
                return full(cause);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return new FileStoreFailure(
                "文件库的文件夹 " + folder + " 不能读写，文件没有保存。请系统管理员检查该文件夹是否存在、磁盘是否正常、有无空间、运行账号有无读写权限（设置 onewindow.files.folder）",
                cause);
    }

    private FileStoreFailure full(IOException cause) {
        return new FileStoreFailure(
                "文件库所在的磁盘空间不足，文件没有保存。请系统管理员清理或者扩充 " + folder + " 所在的磁盘后重新提交（设置 onewindow.files.keep-free 是须留出的空间）",
                cause);
    }
}
