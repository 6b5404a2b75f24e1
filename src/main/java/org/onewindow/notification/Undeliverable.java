package org.onewindow.notification;

/** A message that was not taken; the message says in Chinese why. */
class Undeliverable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    private Undeliverable(String problem, boolean isFinal, Throwable cause) {
        super(problem, cause);
        this.isFinal = isFinal;
    }

    /** Perhaps later. */
    static Undeliverable forNow(String problem, Throwable cause) {
        return new Undeliverable(problem, false, cause);
    }

    /** Not before somebody puts something right. */
    static Undeliverable asItIs(String problem) {
        return new Undeliverable(problem, true, null);
    }

    boolean isFinal() {
        return isFinal;
    }
}
