package org.onewindow.document;

/** The people behind the accounts, whom another module knows. */
public interface Officials {

    /** The name of an account. */
    String name(String account);

    /** Whether an account acts as a clerk of a window: then it seals for a department only by letter. */
    boolean actsAt(String window, String account);
}
