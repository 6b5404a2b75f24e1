package org.onewindow.supervision;

import java.util.Optional;
import org.onewindow.casefile.CaseNumber;

/**
 * Which cases of a list are asked for.
 *
 * @param period for the lists that have one
 * @param after the last case of the page before
 */
public record CaseQuery(
        Listing listing,
        Period period,
        Optional<String> item,
        Optional<String> department,
        Optional<String> window,
        Optional<CaseNumber> after) {

    /** The page after a case. */
    public CaseQuery after(CaseNumber last) {
        return new CaseQuery(listing, period, item, department, window, Optional.of(last));
    }
}
