package org.onewindow.factory;

import java.util.List;
import org.onewindow.factory.Archetype.Partner;

/**
 * What an item's process is drawn from.
 *
 * @param partners in the order of their steps; empty unless the archetype has some
 * @param publicationDays how long the result is open to objections, in calendar days
 */
record ProcessPlan(
        String code,
        String name,
        String documentation,
        Archetype archetype,
        List<Partner> partners,
        int publicationDays) {}
