package org.onewindow.organization;

import java.time.LocalDate;
import java.util.Set;

/**
 * A department's letter of authorisation (授权委托书) for a window, filed with the bureau.
 *
 * @param from first day of validity
 * @param to last day of validity
 */
public record AuthorizationLetter(
        String number,
        String department,
        String window,
        Set<String> items,
        AuthorizationScope scope,
        LocalDate from,
        LocalDate to) {

    boolean covers(String window, String item, LocalDate day) {
        return this.window.equals(window) && items.contains(item) && !day.isBefore(from) && !day.isAfter(to);
    }
}
