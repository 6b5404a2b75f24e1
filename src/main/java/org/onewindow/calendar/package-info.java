/**
 * Working days (工作日): which days count, from the State Council's yearly notices, and the arithmetic on them.
 *
 * <p>Periods of the Administrative Licensing Law run in working days, holidays excluded (行政许可法 art. 82). This room
 * knows days and nothing else: no case, no clock, no deadline. Whoever needs a date asks {@link
 * org.onewindow.calendar.WorkingCalendar}; whoever loads a year's file asks {@link org.onewindow.calendar.CalendarFiles}.
 */
@ApplicationModule(
        displayName = "工作日历",
        allowedDependencies = {})
package org.onewindow.calendar;

import org.springframework.modulith.ApplicationModule;
