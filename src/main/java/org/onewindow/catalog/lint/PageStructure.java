package org.onewindow.catalog.lint;

import org.onewindow.catalog.PageFault;

/** The page has its keys, and they have values of the right kind. */
final class PageStructure implements Check {

    @Override
    public void check(LintedItem item, Findings findings) {
        if (!item.folder().has(LintedItem.PAGE)) {
            return;
        }
        for (var fault : item.page().faults()) {
            findings.add(rule(fault), LintedItem.PAGE, fault.line(), fault.place(), fault.why(), fault.remedy());
        }
    }

    // What the manual must not lack has rules of its own.
    private static LintRule rule(PageFault fault) {
        var place = fault.place();
        if (place.matches("basis(\\[.*)?|materials.*\\.basis(\\..*)?")) {
            return LintRule.MATERIAL_BASIS;
        }
        if (place.endsWith(".copies")) {
            return LintRule.MATERIAL_COPIES;
        }
        return place.endsWith(".form") ? LintRule.MATERIAL_FORM : LintRule.PAGE_STRUCTURE;
    }
}
