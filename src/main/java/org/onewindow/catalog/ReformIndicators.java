package org.onewindow.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * How far the reform has come (改革指标), counted in the catalogue. The targets are those of 昆府办发〔2020〕30号.
 *
 * @param items the items on offer
 * @param comprehensive those taken in at comprehensive windows (综窗), not at the window for instant items only (专窗)
 * @param online those that can be handled online (网上可办)
 * @param fourWays those easier in at least one of the four ways (四办)
 * @param ways those of each of the four ways
 */
public record ReformIndicators(int items, Share comprehensive, Share online, Share fourWays, List<Way> ways) {

    /** The class of 专窗. */
    private static final String INSTANT_ONLY = "instant";

    private static final int COMPREHENSIVE_TARGET = 70;
    private static final int ONLINE_TARGET = 90;

    public record Way(FourWay way, Share share) {}

    /** @param target the least that the plan asks for, in per cent; empty where it sets none */
    public record Share(int count, int of, OptionalInt target) {

        /** Per cent with one decimal, rounded down: nothing looks better than it is. */
        public BigDecimal percent() {
            return BigDecimal.valueOf(of == 0 ? 0 : 100L * count)
                    .divide(BigDecimal.valueOf(Math.max(of, 1)), 1, RoundingMode.DOWN);
        }

        /** False where there is no target. */
        public boolean isMet() {
            return target.isPresent() && of > 0 && 100L * count >= (long) target.getAsInt() * of;
        }
    }

    public static ReformIndicators of(Collection<ServiceItem> onOffer) {
        return new ReformIndicators(
                onOffer.size(),
                share(onOffer, item -> !item.windowClass().equals(INSTANT_ONLY), OptionalInt.of(COMPREHENSIVE_TARGET)),
                share(onOffer, item -> item.onlineDepth().isOnline(), OptionalInt.of(ONLINE_TARGET)),
                share(onOffer, item -> !item.fourWays().isEmpty(), OptionalInt.empty()),
                Arrays.stream(FourWay.values())
                        .map(way -> new Way(
                                way, share(onOffer, item -> item.fourWays().contains(way), OptionalInt.empty())))
                        .toList());
    }

    private static Share share(Collection<ServiceItem> items, Predicate<ServiceItem> counted, OptionalInt target) {
        return new Share((int) items.stream().filter(counted).count(), items.size(), target);
    }
}
