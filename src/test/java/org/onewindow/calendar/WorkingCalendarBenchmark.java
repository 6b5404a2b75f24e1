package org.onewindow.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The calendar against stepping from day to day, in operations per microsecond on one core: the calendar's cost does not
 * depend on the number of working days, the steps' does. Starts vary, so that no answer is a constant.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorkingCalendarBenchmark {

    private static final int STARTS = 1024;

    /** The general period of 行政许可法 art. 42, and some twenty years. */
    @Param({"20", "5000"})
    int workingDays;

    private WorkingCalendar calendar;
    private final LocalDate[] starts = new LocalDate[STARTS];
    private final LocalDate[] ends = new LocalDate[STARTS];
    private int next;

    @Setup
    public void spreadStarts() {
        calendar = CalendarFiles.load(CalendarFiles.DEFAULT_LOCATION, LocalTime.of(17, 0));
        for (int i = 0; i < STARTS; i++) {
            starts[i] = LocalDate.of(2024, 1, 1).plusDays(i);
            ends[i] = calendar.add(starts[i], workingDays);
        }
    }

    @Benchmark
    public LocalDate add() {
        return calendar.add(starts[turn()], workingDays);
    }

    @Benchmark
    public int between() {
        int turn = turn();
        return calendar.between(starts[turn], ends[turn]);
    }

    /** The baseline. */
    @Benchmark
    public LocalDate addDayByDay() {
        var day = starts[turn()];
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private int turn() {
        next = (next + 1) % STARTS;
        return next;
    }
}
