package org.onewindow.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The first migration: the process engine's own scripts, as they lie in its jar.
 *
 * <p>Its checksum is theirs. An engine of another version brings other scripts, which a database that exists already
 * has not run: Flyway then refuses to start until a migration with the engine's upgrade script is there.
 */
@Component
class EngineTables implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private static ClassPathResource script(String part) {
        return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
    }

    @Override
    public void migrate(Context context) {
        for (var part : PARTS) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(), new EncodedResource(script(part), StandardCharsets.UTF_8));
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine tables";
    }

    @Override
    public Integer getChecksum() {
        var checksum = new CRC32();
        for (var part : PARTS) {
            try {
                checksum.update(script(part).getContentAsByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
