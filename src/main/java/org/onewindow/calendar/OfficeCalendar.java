package org.onewindow.calendar;

import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The working-day calendar that the district goes by at present: the files, and over them the years that were loaded
 * since. A year that another node loaded is in force here within {@link #LAG}.
 */
public final class OfficeCalendar {

    /** Nobody is given a calendar that was superseded longer ago than this. */
    public static final Duration LAG = Duration.ofSeconds(1);

    private static final long USUAL_AGE = Duration.ofMillis(500).toNanos();
    private static final long GREATEST_AGE = LAG.toNanos();

    private final WorkingCalendar files;
    private final LoadedYears loaded;
    private final LongSupplier nanoTime;
    private final AtomicBoolean isChecking = new AtomicBoolean();
    private volatile View view;

    /** A calendar as it was at a moment. */
    private record View(WorkingCalendar calendar, long version, long checkedAt) {}

    /** A calendar that stays as it is. */
    public OfficeCalendar(WorkingCalendar calendar) {
        this(calendar, LoadedYears.NONE, () -> 0);
    }

    OfficeCalendar(WorkingCalendar files, LoadedYears loaded, LongSupplier nanoTime) {
        this.files = files;
        this.loaded = loaded;
        this.nanoTime = nanoTime;
        // Nothing is asked on construction: the table may not be there yet.
        this.view = new View(files, 0, nanoTime.getAsLong() - 2 * GREATEST_AGE);
    }

    /** Ask anew for every case: a notice of the State Council may have changed it since. */
    public WorkingCalendar current() {
        long age = nanoTime.getAsLong() - view.checkedAt();
        // One caller looks in good time; only if that takes too long, everybody does, each on the own connection.
        if (age > GREATEST_AGE) {
            check();
        } else if (age > USUAL_AGE && isChecking.compareAndSet(false, true)) {
            try {
                check();
            } finally {
                isChecking.set(false);
            }
        }
        return view.calendar();
    }

    /** The calendar as it was after a change, by its number; 0 gives that of the files. */
    public WorkingCalendar after(long change) {
        var years = new HashMap<>(files.years());
        loaded.upTo(change).forEach(year -> years.put(year.year(), year));
        return new WorkingCalendar(years.values(), files.closeOfBusiness());
    }

    private void check() {
        long now = nanoTime.getAsLong();
        long version = loaded.version();
        var calendar = version == view.version() ? view.calendar() : after(version);
        remember(new View(calendar, version, now));
    }

    /** A slow look must not undo what a later one found. */
    private synchronized void remember(View found) {
        if (found.version() >= view.version()) {
            view = found;
        }
    }
}
