package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.onewindow.casefile.RefusedInput;

/** What a person reads when something was refused. */
public final class Refusal {

    private Refusal() {}

    /** Asserts that an action is refused, by a rule and not by a fault, and answers the message. */
    public static AbstractStringAssert<?> refusalOf(ThrowingCallable action) {
        var thrown = catchThrowable(action);
        assertThat(thrown).as("it is refused").isNotNull();
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedInput) {
                return Assertions.assertThat(cause.getMessage());
            }
        }
        throw new AssertionError("refused, but not with a message for people", thrown);
    }
}
