package org.onewindow.catalog.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.onewindow.catalog.ItemFiles;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The installation's folder of items, as it is now. */
record InstallationFolder(ResourcePatternResolver resources, String location) {

    /** Each with the files that it is published with. */
    List<ItemFiles> items() {
        try {
            var folders = new TreeMap<String, Resource>();
            for (var name : ItemFiles.NAMES) {
                for (var resource : resources.getResources(location + "/**/" + name)) {
                    folders.putIfAbsent(folder(resource), resource);
                }
            }
            var items = new ArrayList<ItemFiles>();
            for (var folder : folders.entrySet()) {
                items.add(ItemFiles.of(folder.getKey(), name -> content(folder.getValue(), name)));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> content(Resource other, String name) throws IOException {
        var file = other.createRelative(name);
        return file.exists() ? Optional.of(file.getContentAsByteArray()) : Optional.empty();
    }

    /** The last two folders above a file, e.g. {@code social/public-health-permit}. */
    private static String folder(Resource file) throws IOException {
        var parts = file.getURL().toString().split("/");
        return parts[parts.length - 3] + "/" + parts[parts.length - 2];
    }
}
