package org.onewindow.deadline;

import java.util.OptionalInt;

/**
 * What an item's law and promise grant: the lengths of its periods.
 *
 * @param statutoryDays 法定时限 in {@code unit}, before any extension; {@link #UNLIMITED} where the law sets none
 * @param promisedDays 承诺时限 in {@code unit}; 0 means the same day. That it does not exceed the statutory period is the
 *     catalogue's rule
 * @param clockStart the day 0 of the decision period
 * @param unit what the decision period, its extension and its pauses count
 * @param extensionLimit the most days that one extension may add, in {@code unit} (art. 42: 10; joint handling 15)
 * @param noticeDays 一次性告知 period in working days (art. 32: 5)
 * @param deliveryDays delivery period in working days (art. 44: 10)
 * @param correctionDays the applicant's time for a correction in working days; empty where the item sets none
 */
public record ClockRules(
        int statutoryDays,
        int promisedDays,
        ClockStart clockStart,
        DayUnit unit,
        int extensionLimit,
        int noticeDays,
        int deliveryDays,
        OptionalInt correctionDays) {

    /** The statutory days of an item whose law sets no period, e.g. one that is handled on the spot (即办件). */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int LONGEST = 10_000;
    private static final int EXTENSION_DAYS = 10;
    private static final int NOTICE_DAYS = 5;
    private static final int DELIVERY_DAYS = 10;

    public ClockRules {
        if (statutoryDays != UNLIMITED) {
            requireDays("法定时限", statutoryDays);
        }
        requireDays("承诺时限", promisedDays);
        requireDays("延期上限", extensionLimit);
        requireDays("告知期限", noticeDays);
        requireDays("送达期限", deliveryDays);
        correctionDays.ifPresent(days -> requireDays("补正期限", days));
    }

    private static void requireDays(String name, int days) {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException(name + "应为0至" + LONGEST + "日,而不是" + days + "日。");
        }
    }

    /** The general rules of the Administrative Licensing Law: from acceptance, in working days, extension up to 10. */
    public static ClockRules of(int statutoryDays, int promisedDays) {
        return new ClockRules(
                statutoryDays,
                promisedDays,
                ClockStart.ACCEPTANCE,
                DayUnit.WORKING_DAYS,
                EXTENSION_DAYS,
                NOTICE_DAYS,
                DELIVERY_DAYS,
                OptionalInt.empty());
    }

    public ClockRules startingOn(ClockStart start) {
        return new ClockRules(
                statutoryDays, promisedDays, start, unit, extensionLimit, noticeDays, deliveryDays, correctionDays);
    }

    public ClockRules countingIn(DayUnit other) {
        return new ClockRules(
                statutoryDays,
                promisedDays,
                clockStart,
                other,
                extensionLimit,
                noticeDays,
                deliveryDays,
                correctionDays);
    }

    public ClockRules withExtensionLimit(int days) {
        return new ClockRules(
                statutoryDays, promisedDays, clockStart, unit, days, noticeDays, deliveryDays, correctionDays);
    }

    public ClockRules withCorrectionDays(OptionalInt days) {
        return new ClockRules(
                statutoryDays, promisedDays, clockStart, unit, extensionLimit, noticeDays, deliveryDays, days);
    }

    /** Whether the law sets a period at all. */
    public boolean hasStatutoryLimit() {
        return statutoryDays != UNLIMITED;
    }
}
