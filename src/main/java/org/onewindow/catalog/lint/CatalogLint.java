package org.onewindow.catalog.lint;

import org.onewindow.catalog.Catalog;
import org.onewindow.organization.Organization;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Checks the catalogue of the running application before anything of it is deployed. */
@Component
public class CatalogLint {

    private final Catalog catalog;
    private final Organization organization;
    private final ResourcePatternResolver resources;

    public CatalogLint(Catalog catalog, Organization organization, ResourcePatternResolver resources) {
        this.catalog = catalog;
        this.organization = organization;
        this.resources = resources;
    }

    /** @throws ItemsRefused if any item has a fault */
    public void refuseFaults() {
        var folders = catalog.entries().stream()
                .map(entry -> new ItemFolder("processes/items/" + entry.folder(), entry.page()))
                .toList();
        var findings = new ItemLint(organization, resources).lint(folders);
        if (!findings.isEmpty()) {
            throw new ItemsRefused(findings);
        }
    }
}
