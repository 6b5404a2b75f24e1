package org.onewindow.catalog.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.onewindow.catalog.ItemFiles;
import org.springframework.core.io.Resource;

/**
 * An item's folder, wherever it lies.
 *
 * @param location as findings name it, e.g. {@code processes/items/social/public-health-permit}
 * @param texts gives a file's text by its name; empty if there is no such file
 */
public record ItemFolder(String location, Function<String, Optional<String>> texts) {

    /** The folder in which a resource lies, which may be missing itself. */
    static ItemFolder around(String location, Resource page) {
        return new ItemFolder(location, file -> text(page, file));
    }

    public static ItemFolder of(ItemFiles files) {
        return new ItemFolder(
                files.folder(), file -> Optional.ofNullable(files.texts().get(file)));
    }

    /** The folder's own name. */
    String name() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    boolean has(String file) {
        return read(file).isPresent();
    }

    Optional<String> read(String file) {
        return texts.apply(file);
    }

    private static Optional<String> text(Resource page, String file) {
        try {
            var resource = page.createRelative(file);
            return resource.exists()
                    ? Optional.of(resource.getContentAsString(StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
