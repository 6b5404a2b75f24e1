package org.onewindow.supervision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of some cases.
 *
 * @param cases those that it is about
 * @param of all of them
 */
public record Share(int cases, int of) {

    /** Per cent with one decimal, rounded down: nothing looks better than it is. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(of == 0 ? 0 : 100L * cases)
                .divide(BigDecimal.valueOf(Math.max(of, 1)), 1, RoundingMode.DOWN);
    }

    /** As it is shown; a dash where there is nothing to have a part of. */
    public String text() {
        return of == 0 ? "—" : percent() + "%";
    }

    /** The per cent, empty where there is nothing to have a part of. */
    public Optional<BigDecimal> known() {
        return of == 0 ? Optional.empty() : Optional.of(percent());
    }
}
