package org.onewindow.commandline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A date as people and programs write it to the command line: {@code yyyy-MM-dd}, and a day that exists. */
final class IsoDate {

    private static final int LENGTH = "yyyy-MM-dd".length();

    private IsoDate() {}

    /** The date; empty for anything else, also for the years beyond 9999 that ISO 8601 would allow. */
    static Optional<LocalDate> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
