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
 * @param files gives a file's content by its name; empty if there is no such file
 */
public record ItemFolder(String location, Function<String, Optional<byte[]>> files) {

    /** The folder in which a resource lies, which may be missing itself. */
    static ItemFolder around(String location, Resource page) {
        return new ItemFolder(location, file -> content(page, file));
    }

    public static ItemFolder of(ItemFiles files) {
        return new ItemFolder(
                files.folder(), file -> Optional.ofNullable(files.texts().get(file))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .or(() -> Optional.ofNullable(files.documents().get(file))));
    }

    /** The folder's own name. */
    String name() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    boolean has(String file) {
        return files.apply(file).isPresent();
    }

    Optional<String> read(String file) {
        return files.apply(file).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> content(Resource page, String file) {
        try {
            var resource = page.createRelative(file);
            return resource.exists() ? Optional.of(resource.getContentAsByteArray()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
