package org.onewindow.factory;

import java.util.List;
import org.onewindow.factory.Archetype.Partner;

/**
 * What an item's process is drawn from.
 *
 * @param department the one that answers for the item
 * @param partners in the order of their steps; empty unless the archetype has some
 * @param publication how long the result is open to objections; unused unless the archetype has a publication
 */
record ProcessPlan(
        String code,
        String name,
        String documentation,
        String department,
        Archetype archetype,
        List<Partner> partners,
        Publication publication) {

    /** Whether the street office of the applicant begins (所在街镇). */
    boolean startsInDistrict() {
        return partners.stream().anyMatch(Partner::isDistrict);
    }

    /** The stem of the staff groups that decide and make the certificate. */
    String decidingDepartment() {
        return startsInDistrict() ? department : "${department}";
    }

    /** @param workingDays whether its days are working days rather than calendar days */
    record Publication(int days, boolean workingDays) {}
}
