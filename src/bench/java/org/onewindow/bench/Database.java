package org.onewindow.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

/** The one PostgreSQL of all contenders: the platform's own, with a schema for each of the others. */
final class Database {

    /** Clock ticks a second in /proc; the same on every Linux. */
    private static final double TICKS = 100;

    private static final int CONNECTIONS = 16;

    private final JdbcConnectionDetails details;
    private final JdbcTemplate jdbc;
    private final Path cluster;

    /** @param cluster the server's data directory */
    Database(JdbcConnectionDetails details, DataSource source, Path cluster) {
        this.details = details;
        this.jdbc = new JdbcTemplate(source);
        this.cluster = cluster;
    }

    /** Connections that see an empty schema of their own. */
    HikariDataSource schema(String name) {
        jdbc.execute("create schema " + name);
        var source = new HikariDataSource();
        source.setJdbcUrl(details.getJdbcUrl() + "?currentSchema=" + name);
        source.setUsername(details.getUsername());
        source.setPassword(details.getPassword());
        source.setMaximumPoolSize(CONNECTIONS);
        return source;
    }

    void vacuum() {
        jdbc.execute("vacuum analyze");
    }

    /** Bytes of write-ahead log so far. */
    long wal() {
        return number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }

    /** Bytes on disk. */
    long size() {
        return number("select pg_database_size(current_database())");
    }

    private long number(String query) {
        var number = jdbc.queryForObject(query, Long.class);
        return number == null ? 0 : number;
    }

    /** Processor time of the server and all its processes, those that ended among them. */
    double cpuSeconds() {
        try {
            var server =
                    Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip();
            try (var processes = Files.list(Path.of("/proc"))) {
                return processes
                                .filter(process ->
                                        process.getFileName().toString().matches("\\d+"))
                                .mapToDouble(process -> ticks(process, server))
                                .sum()
                        / TICKS;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double ticks(Path process, String server) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            if (process.getFileName().toString().equals(server)) {
                return own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
            }
            return fields[1].equals(server) ? own : 0;
        } catch (IOException e) {
            return 0; // it ended meanwhile
        }
    }
}
