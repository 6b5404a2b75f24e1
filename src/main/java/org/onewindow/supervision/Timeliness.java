package org.onewindow.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many cases were decided within their promise (按时办结率).
 *
 * @param due cases whose promise fell into the period and that are decided, or should be by now
 * @param onTime those of them that were decided by their promised date
 */
public record Timeliness(int due, int onTime) {

    /** Per cent with one decimal, rounded down: nothing looks better than it is. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(due == 0 ? 0 : 100L * onTime)
                .divide(BigDecimal.valueOf(Math.max(due, 1)), 1, RoundingMode.DOWN);
    }
}
