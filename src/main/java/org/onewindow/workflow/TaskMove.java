package org.onewindow.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.casefile.CaseNumber;

/**
 * A task was given to somebody other than by claiming it.
 *
 * @param name the step's
 * @param from the account that had it; empty for one that nobody had claimed
 * @param to the account that got it; empty for one that came back to its group
 * @param by the account that moved it; {@code system} for what an absence moves by itself
 * @param absence the absence that moved it
 * @param reason of a reassignment
 */
public record TaskMove(
        String task,
        String name,
        CaseNumber caseNumber,
        Kind kind,
        Optional<String> from,
        Optional<String> to,
        String by,
        Optional<Long> absence,
        Optional<String> reason,
        Instant at) {

    /** In words, e.g. 改派（承办）. */
    public String title() {
        return kind.label() + "（" + name + "）";
    }

    /** In words, e.g. 赵刚 → 钱伟. @param names by account */
    public String way(Map<String, String> names) {
        return end(from, names) + " → " + end(to, names);
    }

    private static String end(Optional<String> account, Map<String, String> names) {
        return account.map(known -> names.getOrDefault(known, known)).orElse("待认领");
    }

    /** Everybody in it. */
    public Stream<String> people() {
        return Stream.of(Optional.of(by), from, to).flatMap(Optional::stream);
    }

    /** Why a task moves. */
    public enum Kind {
        /** Whoever leads the unit gave it to somebody else. */
        REASSIGNED("改派"),
        /** Its assignee is away; the deputy has it. */
        COVERED("转顶岗"),
        /** The absence is over; it comes back. */
        RETURNED("交还");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
