package org.onewindow.web;

import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.organization.Organization;
import org.springframework.stereotype.Component;

/** The names behind the codes that figures are grouped by; the code of what is no more. */
@Component
class SupervisionNames {

    private final Catalog catalog;
    private final Organization organization;

    SupervisionNames(Catalog catalog, Organization organization) {
        this.catalog = catalog;
        this.organization = organization;
    }

    /** Public, like the others, for the pages' expressions. */
    public String item(String code) {
        return catalog.item(code).map(ServiceItem::name).orElse(code);
    }

    public String department(String id) {
        return organization.departmentName(id);
    }

    public String window(String id) {
        return organization.windowName(id);
    }
}
