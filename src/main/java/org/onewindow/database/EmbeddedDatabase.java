package org.onewindow.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Connects the application to an embedded PostgreSQL of its own, which lives as long as the application does. */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
@EnableConfigurationProperties(DatabaseSettings.class)
class EmbeddedDatabase {

    @Bean
    EmbeddedServer embeddedServer(DatabaseSettings settings) {
        return EmbeddedServer.start(settings);
    }

    /** The connection pool and Flyway made of it are closed before the server. */
    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
        return new ServerConnection(server.jdbcUrl(), server.password());
    }
}
