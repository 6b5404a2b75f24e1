package org.onewindow.catalog.lint;

/** A group of rules. It reports what it is sure of and passes over what cannot be read. */
interface Check {

    void check(LintedItem item, Findings findings);
}
