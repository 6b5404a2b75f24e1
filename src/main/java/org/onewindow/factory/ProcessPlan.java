package org.onewindow.factory;

import java.util.List;
import org.onewindow.factory.Archetype.Partner;

/**
 * What an item's process is drawn from.
 *
 * @param partners in the order of their steps; empty unless the archetype has some
 * @param publication how long the result is open to objections; unused unless the archetype has a publication
 */
record ProcessPlan(
        String code,
        String name,
        String documentation,
        Archetype archetype,
        List<Partner> partners,
        Publication publication) {

    /** @param workingDays whether its days are working days rather than calendar days */
    record Publication(int days, boolean workingDays) {}
}
