package org.onewindow.workflow.setup;

import org.onewindow.catalog.publication.ItemPublishing;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** What the engine must hold before the first request: models, access, filters. Finished work is not done again. */
@Component
class PlatformSetup implements SmartInitializingSingleton {

    private final FirstAdministrator administrator;
    private final ItemPublishing items;
    private final ModelDeployment models;
    private final AccessRules access;
    private final TaskFilters filters;

    PlatformSetup(
            FirstAdministrator administrator,
            ItemPublishing items,
            ModelDeployment models,
            AccessRules access,
            TaskFilters filters) {
        this.administrator = administrator;
        this.items = items;
        this.models = models;
        this.access = access;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        administrator.create();
        models.deployStages();
        items.publishInstallation();
        models.followForms();
        access.grant();
        filters.create();
    }
}
