package org.onewindow.workflow.check;

import org.onewindow.workflow.check.Finding.Kind;

/**
 * A rule about whole tables.
 *
 * @param broken a query for what breaks it: whom it is about, what is wrong
 * @param remedy what to do then
 */
record Rule(Kind kind, String broken, String remedy) {

    static Rule agreement(String broken, String remedy) {
        return new Rule(Kind.DISAGREEMENT, broken, remedy);
    }
}
