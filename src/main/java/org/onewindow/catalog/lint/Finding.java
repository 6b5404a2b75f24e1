package org.onewindow.catalog.lint;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A fault of an item.
 *
 * @param line counted from 1; empty where no single line is at fault
 * @param place the key or the element, e.g. {@code materials[2].standard}; empty for the whole file
 * @param why what is wrong, in Chinese
 * @param remedy what to do, in Chinese
 */
public record Finding(LintRule rule, String file, OptionalInt line, String place, String why, String remedy) {

    /** The name of the item's folder, which is its code. */
    public String itemFolder() {
        return Path.of(file).getParent().getFileName().toString();
    }

    /** E.g. {@code processes/items/social/sample/item.yaml:12 materials[2].standard}. */
    public String where() {
        return file + (line.isPresent() ? ":" + line.getAsInt() : "") + (place.isEmpty() ? "" : " " + place);
    }
}
