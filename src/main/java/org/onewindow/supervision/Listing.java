package org.onewindow.supervision;

import org.onewindow.catalog.Coded;
import org.onewindow.deadline.Lamp;

/** The list behind a figure (清单). */
public enum Listing implements Coded {
    OPEN("open", "在办", Kind.OPEN, "true"),
    UNACCEPTED("unaccepted", "未受理", Kind.OPEN, "lamp is null"),
    GREEN("green", Lamp.GREEN.label(), Kind.OPEN, "lamp = 'GREEN'"),
    YELLOW("yellow", Lamp.YELLOW.label(), Kind.OPEN, "lamp = 'YELLOW'"),
    RED("red", Lamp.RED.label() + "未办结", Kind.OPEN, "lamp = 'RED'"),
    PAUSED("paused", "暂停（特别程序）", Kind.OPEN, "lamp = 'PAUSED'"),
    READY("ready", "已决定，待出件", Kind.OPEN, "lamp = 'DONE'"),
    DUE_TODAY("due-today", "今日到期", Kind.OPEN, "lamp in ('GREEN', 'YELLOW') and promised_due = :today"),
    DUE_NEXT(
            "due-next",
            "下一工作日到期",
            Kind.OPEN,
            "lamp in ('GREEN', 'YELLOW') and promised_due > :today and promised_due <= :next"),
    RECHECKED("rechecked", "退回综窗，窗口补核中", Kind.OPEN, """
            exists (select from acceptance_return r where r.case_number = listed.case_number
                and not exists (select from acceptance_return_answer a where a.acceptance_return = r.id))"""),
    MISSED("missed", "超期未办结", Kind.MISSED, "lamp = 'RED' and promised_due between :from and :to"),
    RECEIVED("received", "收件", Kind.RECEIVED, "true"),
    FINISHED("finished", "办结", Kind.FINISHED, "true"),
    DECIDED("decided", "作出决定", Kind.FINISHED, "on_time is not null"),
    ON_TIME("on-time", "按时办结", Kind.FINISHED, "on_time"),
    LATE("late", "超期办结", Kind.FINISHED, "not on_time"),
    CORRECTED("corrected", "经过补正", Kind.FINISHED, "corrected"),
    SENT_BACK("sent-back", "退回过综窗（受理有误）", Kind.FINISHED, "sent_back"),
    RETURNED("returned", "退件（不受理、不予受理）", Kind.FINISHED, "outcome in ('DECLINED', 'REFUSED')"),
    WITHDRAWN("withdrawn", "撤件", Kind.FINISHED, "outcome in ('WITHDRAWN', 'LAPSED')"),
    DENIED("denied", "不予许可", Kind.FINISHED, "outcome = 'DENIED'");

    /** Where the cases of a list are found, and whether a period matters. */
    enum Kind {
        OPEN,
        MISSED,
        RECEIVED,
        FINISHED
    }

    private final String code;
    private final String label;
    private final Kind kind;
    private final String condition;

    Listing(String code, String label, Kind kind, String condition) {
        this.code = code;
        this.label = label;
        this.kind = kind;
        this.condition = condition;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    String condition() {
        return condition;
    }

    /** Whether it is about the cases of some days; otherwise about how things stand today. */
    public boolean hasPeriod() {
        return kind != Kind.OPEN;
    }

    /** Whether its cases are not finished. */
    public boolean isOpen() {
        return kind == Kind.OPEN || kind == Kind.MISSED;
    }
}
