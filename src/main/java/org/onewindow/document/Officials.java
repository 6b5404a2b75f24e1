package org.onewindow.document;

import java.time.Instant;
import org.onewindow.casefile.CaseNumber;

/** The people behind the accounts, whom another module knows. */
public interface Officials {

    /** The name of an account. */
    String name(String account);

    /**
     * Who did something of a case, a deputy's act with the person's name, e.g. 王芳（代孙杰）.
     *
     * @param at when
     */
    String name(CaseNumber caseNumber, String account, Instant at);

    /** Whether an account acts as a clerk of a window: then it seals for a department only by letter. */
    boolean actsAt(String window, String account);
}
