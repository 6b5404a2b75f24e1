package org.onewindow.supervision;

import java.util.Set;

/**
 * Whose cases the figures are about.
 *
 * @param everything of all departments
 * @param departments those whose the cases are, otherwise
 */
public record Scope(boolean everything, Set<String> departments) {

    public static final Scope EVERYTHING = new Scope(true, Set.of());

    public static Scope of(Set<String> departments) {
        return new Scope(false, Set.copyOf(departments));
    }
}
