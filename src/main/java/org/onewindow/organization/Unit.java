package org.onewindow.organization;

import java.util.List;

/**
 * What is led by one and the same (单位): a department, a window, the issuing zone, the dispatchers.
 *
 * @param groups of its staff who take steps
 */
public record Unit(String id, String name, List<String> groups) {

    public Unit {
        groups = List.copyOf(groups);
    }

    public boolean has(String group) {
        return groups.contains(group);
    }
}
