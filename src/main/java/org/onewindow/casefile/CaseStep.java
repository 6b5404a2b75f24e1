package org.onewindow.casefile;

import java.time.Instant;
import java.util.Optional;

/**
 * A step that was taken (办理环节).
 *
 * @param step the id of the task in its model
 */
public record CaseStep(
        String step, String name, TakenBy taken, Optional<String> outcome, Optional<String> opinion, Instant at) {

    public static final String SYSTEM = "system";

    /** The account that acted; {@code system} for a timer. */
    public String actor() {
        return taken.account();
    }
}
