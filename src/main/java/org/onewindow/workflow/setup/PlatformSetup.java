package org.onewindow.workflow.setup;

import org.onewindow.catalog.publication.ItemPublishing;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the engine must hold before the first request: models, access, filters. Finished work is not done again; nodes that
 * start at once take turns, so that the second finds it finished.
 */
@Component
class PlatformSetup implements SmartInitializingSingleton {

    /** Any number that nothing else in the database locks. */
    private static final long LOCK = 15_020_300;

    private final JdbcTemplate jdbc;
    private final FirstAdministrator administrator;
    private final ItemPublishing items;
    private final ModelDeployment models;
    private final AccessRules access;
    private final TaskFilters filters;

    PlatformSetup(
            JdbcTemplate jdbc,
            FirstAdministrator administrator,
            ItemPublishing items,
            ModelDeployment models,
            AccessRules access,
            TaskFilters filters) {
        this.jdbc = jdbc;
        this.administrator = administrator;
        this.items = items;
        this.models = models;
        this.access = access;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (var lock = connection.createStatement()) {
                lock.execute("select pg_advisory_lock(" + LOCK + ")");
                try {
                    setUp();
                } finally {
                    lock.execute("select pg_advisory_unlock(" + LOCK + ")");
                }
            }
            return null;
        });
    }

    private void setUp() {
        administrator.create();
        models.deployStages();
        items.publishInstallation();
        models.followForms();
        access.grant();
        filters.create();
    }
}
