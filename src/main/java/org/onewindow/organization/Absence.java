package org.onewindow.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody is away and somebody else stands in (外出与顶岗).
 *
 * @param enteredAt when it was entered
 * @param revoked who called it off, and when
 */
public record Absence(long id, Plan plan, String enteredBy, Instant enteredAt, Optional<Revocation> revoked) {

    /**
     * What is entered.
     *
     * @param person the account that is away
     * @param from first day
     * @param to last day
     * @param items the codes of the items that are covered; empty for all
     * @param deputy the account that stands in (顶岗人)
     * @param anyPost whether the person's unit lets the deputy take steps of posts that are not the deputy's own
     */
    public record Plan(
            String person,
            LocalDate from,
            LocalDate to,
            Set<String> items,
            String deputy,
            boolean anyPost,
            String reason) {

        public Plan {
            items = Set.copyOf(items);
            reason = reason.strip();
        }

        public boolean covers(String item) {
            return items.isEmpty() || items.contains(item);
        }
    }

    public record Revocation(String by, Instant at) {}

    public boolean isOn(LocalDate day) {
        return revoked.isEmpty() && !day.isBefore(plan.from()) && !day.isAfter(plan.to());
    }

    /** Whether it will never be in force again. */
    public boolean isOver(LocalDate day) {
        return revoked.isPresent() || day.isAfter(plan.to());
    }
}
