package org.onewindow.calendar;

/** The working-day calendar that the district goes by at present. */
public final class OfficeCalendar {

    private volatile WorkingCalendar current;

    public OfficeCalendar(WorkingCalendar calendar) {
        this.current = calendar;
    }

    /** Ask anew for every case: a notice of the State Council may have changed it since. */
    public WorkingCalendar current() {
        return current;
    }
}
