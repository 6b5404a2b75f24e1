package org.onewindow.bench;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Lets one application work on a database or on the copy of it that stays almost empty, in turn. */
final class TwoDatabases extends DelegatingDataSource implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final String FEW = "few";

    private final DataSource many;
    private HikariDataSource few;

    TwoDatabases(DataSource many) {
        super(many);
        this.many = many;
    }

    /** Copies the database as it is now; its connections are cut. */
    void copy(JdbcConnectionDetails details) {
        try (var superuser = superuser(details, "postgres")) {
            var jdbc = new JdbcTemplate(superuser);
            jdbc.execute("alter database onewindow allow_connections false");
            jdbc.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'onewindow'");
            jdbc.execute("create database few template onewindow owner onewindow strategy file_copy");
            jdbc.execute("alter database onewindow allow_connections true");
            jdbc.execute("alter database few allow_connections true");
        }
        open(details);
    }

    /** The copy is there already. */
    void open(JdbcConnectionDetails details) {
        few = source(details, FEW, details.getUsername());
    }

    static HikariDataSource superuser(JdbcConnectionDetails details, String database) {
        return source(details, database, "postgres");
    }

    private static HikariDataSource source(JdbcConnectionDetails details, String database, String user) {
        var source = new HikariDataSource();
        source.setJdbcUrl(details.getJdbcUrl().replaceFirst("/onewindow\\b", "/" + database));
        source.setUsername(user);
        source.setPassword(details.getPassword());
        source.setMaximumPoolSize(CONNECTIONS);
        source.setMinimumIdle(0);
        return source;
    }

    /** Nothing may be under way. */
    void use(boolean isMany) {
        setTargetDataSource(isMany ? many : few);
    }

    @Override
    public void close() {
        if (few != null) {
            few.close();
        }
    }
}
