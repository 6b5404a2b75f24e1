package org.onewindow.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A step that was taken (办理环节).
 *
 * @param step the id of the task in its model
 */
public record CaseStep(
        String step, String name, TakenBy taken, Optional<String> outcome, Optional<String> opinion, Instant at) {

    public static final String SYSTEM = "system";

    /** What goes on between the organ's own people, and between organs: returns, consultations, a request not yet granted. */
    private static final Set<String> INTERNAL = Set.of(
            "stage_acceptance-return",
            "task_recheckAcceptance",
            "stage_consultation",
            "task_giveOpinion",
            "consultation-cancelled",
            "stage_extension",
            "reassigned"); // as 改派 was written before it had rows of its own

    /** Whether it is of concern to the staff alone. */
    public boolean isInternal() {
        return INTERNAL.contains(step);
    }

    /** The account that acted; {@code system} for a timer. */
    public String actor() {
        return taken.account();
    }
}
