package org.onewindow.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** How an embedded PostgreSQL is reached. Spring Boot makes the connection pool and Flyway of it. */
record ServerConnection(String jdbcUrl, String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public String getUsername() {
        return EmbeddedServer.NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
