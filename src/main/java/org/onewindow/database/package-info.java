/**
 * The database (数据库): starts the embedded PostgreSQL of every profile but {@code production}, refuses to start
 * production with missing or weak settings, and lets Flyway create all tables, the process engine's included.
 *
 * <p>Other modules see nothing of it but the {@code DataSource} that Spring Boot makes of it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "数据库")
package org.onewindow.database;
