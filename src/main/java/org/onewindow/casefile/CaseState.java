package org.onewindow.casefile;

/** Where a case stands, with the codes used between systems (办件状态). */
public enum CaseState {
    RECEIVED(1, "已收件"),
    CORRECTION(6, "待补正"),
    RESUBMITTED(7, "补正已提交"),
    WITHDRAWN(2, "已撤件"),
    LAPSED(2, "逾期未补正，视为撤回"),
    DECLINED(4, "不受理"),
    REFUSED(5, "不予受理"),
    ACCEPTED(3, "已受理"),
    HANDLING(8, "部门办理中"),
    READY(8, "待出件"),
    GRANTED(11, "办结（准予）"),
    DENIED(13, "办结（不予）");

    private final int code;
    private final String label;

    CaseState(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether nothing more happens to the case. */
    public boolean isFinal() {
        return switch (this) {
            case RECEIVED, CORRECTION, RESUBMITTED, ACCEPTED, HANDLING, READY -> false;
            case WITHDRAWN, LAPSED, DECLINED, REFUSED, GRANTED, DENIED -> true;
        };
    }
}
