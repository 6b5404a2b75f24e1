package org.onewindow.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/**
 * For a program beside the application, to be imported: connects it to the embedded PostgreSQL that the application runs, or
 * to one started for as long on the data that it left. Never makes a database. In production Spring's own settings apply.
 */
@Profile("!production")
@EnableConfigurationProperties(DatabaseSettings.class)
public class ExistingDatabase {

    @Bean
    ExistingServer existingServer(DatabaseSettings settings) {
        return ExistingServer.of(settings);
    }

    @Bean
    JdbcConnectionDetails existingConnection(ExistingServer server) {
        return new ServerConnection(server.jdbcUrl(), server.password());
    }
}
