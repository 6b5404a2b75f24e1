package org.onewindow.casefile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Input or an action that a rule forbids. Nothing was written; each violation says in Chinese what to do. */
public class RefusedInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** @param field the key of the form field at fault; empty where it is no single one */
    public record Violation(String field, String message) {}

    public RefusedInput(List<Violation> violations) {
        super(violations.stream().map(Violation::message).collect(Collectors.joining("；")));
        this.violations = List.copyOf(violations);
    }

    public RefusedInput(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public RefusedInput(String message) {
        this("", message);
    }

    public List<Violation> violations() {
        return violations;
    }

    /** The refusal behind an exception, which the engine may have wrapped. */
    public static Optional<RefusedInput> behind(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedInput refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
