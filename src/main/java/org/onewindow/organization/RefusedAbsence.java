package org.onewindow.organization;

/** An absence that cannot be entered or revoked like this; says in Chinese what to do. */
public class RefusedAbsence extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedAbsence(String message) {
        super(message);
    }
}
