package org.onewindow.database;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded PostgreSQL; the profile {@code production} reads none of them.
 *
 * @param dataFolder what is kept between two runs, relative to the working directory
 * @param binariesFolder where the server's programs are unpacked, shared by all servers that name the same folder
 * @param port the port on localhost, 1024 to 65535; 0 takes any free one
 * @param startLimit how long a start, with its recovery after a crash, or a stop may take
 * @param disposable for tests: nothing reaches the disk for certain, nothing is kept, the port is any free one, and
 *     several servers may run side by side in {@code <data-folder>-1}, {@code -2} and so on
 */
@ConfigurationProperties("onewindow.database")
record DatabaseSettings(
        @DefaultValue("data/postgres") Path dataFolder,
        @DefaultValue("data/postgres-binaries") Path binariesFolder,
        @DefaultValue("15432") int port,
        @DefaultValue("60s") Duration startLimit,
        @DefaultValue("false") boolean disposable) {

    DatabaseSettings {
        if (port != 0 && (port < 1024 || port > 65535)) {
            throw new StartRefusedException(
                    "onewindow.database.port 的值 " + port + " 不能用作端口。", "请改为 1024 至 65535 之间的端口；0 表示任取一个空闲端口。");
        }
    }
}
