package org.onewindow.catalog.publication;

import java.util.List;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.ServiceItem;

/** New versions of items are about to be in force. Whoever cannot follow throws, and nothing is published. */
public record ItemsPublished(List<Version> versions) {

    /** @param publication the version's number */
    public record Version(ServiceItem item, long publication, ItemFiles files) {}
}
