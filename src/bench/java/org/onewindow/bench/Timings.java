package org.onewindow.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** How long the steps of one client took, in microseconds. */
final class Timings {

    /** A minute; nothing that a clerk waits for takes longer. */
    private static final long LONGEST = 60_000_000;

    private final Map<String, Histogram> steps = new TreeMap<>();

    <T> T time(String step, Supplier<T> action) {
        long start = System.nanoTime();
        var result = action.get();
        long micros = (System.nanoTime() - start) / 1_000;
        steps.computeIfAbsent(step, name -> new Histogram(LONGEST, 3)).recordValue(Math.min(micros, LONGEST));
        return result;
    }

    void time(String step, Runnable action) {
        time(step, () -> {
            action.run();
            return null;
        });
    }

    void add(Timings other) {
        other.steps.forEach((step, histogram) ->
                steps.computeIfAbsent(step, name -> new Histogram(LONGEST, 3)).add(histogram));
    }

    Map<String, Histogram> steps() {
        return steps;
    }
}
