package org.onewindow.deadline;

/** Where a case stands, as far as its clocks are concerned. */
public enum ClockPhase {
    NOT_RECEIVED("未收件"),
    /** The organ checks what came in; the notice period of five working days runs (art. 32). */
    CHECKING("受理审查"),
    /** The applicant corrects; no clock of the organ runs. */
    CORRECTING("补正中"),
    HANDLING("办理中"),
    /** A special procedure runs and the decision clock stands still (art. 45). */
    PAUSED("特别程序中"),
    DECIDED("已决定"),
    DELIVERED("已送达"),
    WITHDRAWN("已撤件"),
    NOT_ACCEPTED("未予受理");

    private final String label;

    ClockPhase(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
