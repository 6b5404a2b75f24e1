package org.onewindow.catalog.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * An item's folder, in a file system or in the application's jar.
 *
 * @param location as findings name it, e.g. {@code processes/items/social/public-health-permit}
 * @param page the resource of its item.yaml, which may be missing; the other files lie beside it
 */
public record ItemFolder(String location, Resource page) {

    /** The folder's own name. */
    String name() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    boolean has(String file) {
        return beside(file).exists();
    }

    /** A file's text; empty if there is no such file. */
    Optional<String> read(String file) {
        var resource = beside(file);
        try {
            return resource.exists()
                    ? Optional.of(resource.getContentAsString(StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource beside(String file) {
        try {
            return page.createRelative(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
