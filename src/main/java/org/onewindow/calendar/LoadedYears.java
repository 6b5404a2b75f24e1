package org.onewindow.calendar;

import java.util.List;

/** The years that administrators loaded since the installation; they override the files. */
interface LoadedYears {

    /** For a calendar that nobody can change. */
    LoadedYears NONE = new LoadedYears() {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public List<CalendarYear> upTo(long version) {
            return List.of();
        }
    };

    /** The number of the latest change; 0 before the first. Every change has a higher one than those before it. */
    long version();

    /** The years as they were after a change. */
    List<CalendarYear> upTo(long version);
}
