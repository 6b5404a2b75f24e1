package org.onewindow.casefile;

import java.time.Instant;
import java.util.Optional;

/**
 * A step that was taken (办理环节).
 *
 * @param step the id of the task in its model
 * @param actor the account that acted; {@code system} for a timer
 */
public record CaseStep(
        String step, String name, String actor, Optional<String> outcome, Optional<String> opinion, Instant at) {

    public static final String SYSTEM = "system";
    /** Not a step on the case's way, but that its task was given to somebody else (改派). */
    public static final String REASSIGNED = "reassigned";

    /** Whether it is of concern to the staff alone. */
    public boolean isInternal() {
        return step.equals(REASSIGNED);
    }
}
