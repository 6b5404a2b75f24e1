package org.onewindow.document;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a paper is to say, beside what all papers of the case say.
 *
 * @param title its name where the item names it; otherwise its kind's
 * @param number its number where it has one already; otherwise the next of its organ, kind and year
 * @param facts by the names that its template has for them: texts, numbers, and lists of maps of the same
 */
public record Draft(
        Optional<String> title, Optional<String> number, Optional<LocalDate> validUntil, Map<String, Object> facts) {

    public static Draft of(Map<String, Object> facts) {
        return new Draft(Optional.empty(), Optional.empty(), Optional.empty(), facts);
    }
}
