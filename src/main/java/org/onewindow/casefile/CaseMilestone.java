package org.onewindow.casefile;

import java.time.LocalDate;
import org.onewindow.catalog.ServiceItem;

/**
 * Something happened to a case that other modules act on; published in the step's transaction.
 *
 * @param on the day that counts for the clocks: a receipt after hours counts from the next working day
 */
public record CaseMilestone(CaseNumber caseNumber, ServiceItem item, Type type, LocalDate on, String actor) {

    public enum Type {
        RECEIVED,
        CORRECTION_NOTIFIED,
        CORRECTION_SUBMITTED,
        ACCEPTED,
        DEEMED_ACCEPTED,
        NOT_ACCEPTED,
        DECIDED,
        DELIVERED,
        WITHDRAWN
    }
}
