package org.onewindow.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The server of a data folder that holds a database: that of a running application, or one of our own.
 *
 * @param own the one that was started here; empty where another program's is used
 */
record ExistingServer(String jdbcUrl, String password, Optional<EmbeddedServer> own) implements AutoCloseable {

    /** The line of {@code postmaster.pid} with the port. */
    private static final int PORT_LINE = 3;

    /** @throws StartRefusedException if the folder holds no database, or its server cannot be reached */
    static ExistingServer of(DatabaseSettings settings) {
        var folder = settings.dataFolder();
        var password = folder.resolve("password");
        try {
            if (!Files.exists(password)) {
                throw new StartRefusedException(
                        "数据目录 " + folder.toAbsolutePath() + " 里没有一窗的数据库。",
                        "请在应用的目录里运行，或者用 --onewindow.database.data-folder 指明数据目录；外部数据库请用 --spring.profiles.active=production。");
            }
            if (DataFolder.isHeld(folder)) {
                return new ExistingServer(url(runningPort(settings)), Files.readString(password), Optional.empty());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var own = EmbeddedServer.start(
                new DatabaseSettings(folder, settings.binariesFolder(), 0, settings.startLimit(), false));
        return new ExistingServer(own.jdbcUrl(), own.password(), Optional.of(own));
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + EmbeddedServer.NAME;
    }

    private static int runningPort(DatabaseSettings settings) throws IOException {
        var file = settings.dataFolder().resolve("cluster").resolve("postmaster.pid");
        var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        if (lines.size() <= PORT_LINE) {
            throw new StartRefusedException("数据目录 " + settings.dataFolder() + " 的应用正在启动或者停止，数据库没有应答。", "请稍后再试。");
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    @Override
    public void close() throws IOException {
        if (own.isPresent()) {
            own.get().close();
        }
    }
}
