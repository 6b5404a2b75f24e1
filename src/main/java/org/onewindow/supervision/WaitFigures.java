package org.onewindow.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.TreeMap;

/** How long cases waited somewhere, and how often a promise ran out there: a histogram by working days. */
public final class WaitFigures {

    private static final int PERCENTILE = 90;

    private final TreeMap<Integer, Long> waits = new TreeMap<>();
    private long broken;

    /** @return this, for one more */
    public WaitFigures add(int days, long count, long brokenOfThem) {
        waits.merge(days, count, Long::sum);
        broken += brokenOfThem;
        return this;
    }

    public WaitFigures add(WaitFigures other) {
        other.waits.forEach((days, count) -> add(days, count, 0));
        broken += other.broken;
        return this;
    }

    public long count() {
        return waits.values().stream().mapToLong(Long::longValue).sum();
    }

    public long broken() {
        return broken;
    }

    /** Working days with one decimal; 0 where nothing waited. */
    public BigDecimal average() {
        long days = waits.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue())
                .sum();
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(Math.max(1, count())), 1, RoundingMode.HALF_UP);
    }

    /** The working days within which nine of ten waits ended. */
    public int percentile() {
        long rank = (count() * PERCENTILE + 99) / 100;
        long seen = 0;
        for (var entry : waits.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** Per cent with one decimal, rounded up: nothing looks better than it is. */
    public BigDecimal brokenPercent() {
        return BigDecimal.valueOf(100 * broken).divide(BigDecimal.valueOf(Math.max(1, count())), 1, RoundingMode.UP);
    }

    /** Per cent that was in time, with one decimal. */
    public BigDecimal keptPercent() {
        return BigDecimal.valueOf(100).subtract(brokenPercent());
    }
}
