package org.onewindow.workflow.rehearsal;

/** A case could not go on: nobody could do what was to be done, or the process itself broke off. */
final class Failed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isRule;

    Failed(String message, boolean isRule) {
        super(message);
        this.isRule = isRule;
    }

    /** Whether a rule forbids this outcome for this case, which is no fault of the item. */
    boolean isRule() {
        return isRule;
    }
}
