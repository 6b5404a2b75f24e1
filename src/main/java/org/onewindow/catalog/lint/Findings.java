package org.onewindow.catalog.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.onewindow.catalog.YamlNode;

/** Collects what is found in one item's folder. */
final class Findings {

    private final String folder;
    private final List<Finding> found = new ArrayList<>();

    Findings(String folder) {
        this.folder = folder;
    }

    /** In item.yaml. */
    void page(LintRule rule, YamlNode at, String why, String remedy) {
        add(rule, LintedItem.PAGE, at.line(), at.place(), why, remedy);
    }

    /** @param line 0 where it is not known */
    void add(LintRule rule, String file, int line, String place, String why, String remedy) {
        var known = line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
        found.add(new Finding(rule, folder + "/" + file, known, place, why, remedy));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
