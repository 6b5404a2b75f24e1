package org.onewindow.deadline;

/** Another change of the calendar has not reached every open case yet. */
public class CalendarChangeUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CalendarChangeUnderWay() {
        super("上一次日历变更还没有完成，请等它完成后再载入");
    }
}
