package org.onewindow.casefile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who takes a step.
 *
 * @param account that acts; {@code system} for a timer
 * @param onBehalfOf the account of the person who is away and for whom it acts (代); empty for a step of one's own
 */
public record TakenBy(String account, Optional<String> onBehalfOf) {

    public static TakenBy self(String account) {
        return new TakenBy(account, Optional.empty());
    }

    /** Those whose step it is: wherever work must be kept apart, both count. */
    public Set<String> people() {
        return onBehalfOf.map(person -> Set.of(account, person)).orElseGet(() -> Set.of(account));
    }

    /** In words, e.g. 王芳（代孙杰）. @param names by account */
    public String name(Map<String, String> names) {
        var own = names.getOrDefault(account, account);
        return onBehalfOf
                .map(person -> own + "（代" + names.getOrDefault(person, person) + "）")
                .orElse(own);
    }
}
