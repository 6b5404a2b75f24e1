package org.onewindow.deadline;

import java.time.LocalDate;

/**
 * A deadline that nears or passes (预警、超期).
 *
 * @param on the day on which it goes off: a near one in the morning, an overrun at the close of business
 * @param due the deadline that is meant
 */
public record ClockAlarm(Kind kind, LocalDate on, LocalDate due) {

    /** What goes off. */
    public enum Kind {
        NOTICE_NEAR("告知期限将至", false),
        PROMISE_NEAR("承诺时限将至", false),
        STATUTORY_NEAR("法定时限将至", false),
        DELIVERY_NEAR("送达期限将至", false),
        PROMISE_OVERRUN("已超过承诺时限", true),
        STATUTORY_OVERRUN("已超过法定时限", true),
        DELIVERY_OVERRUN("已超过送达期限", true);

        private final String label;
        private final boolean isOverrun;

        Kind(String label, boolean isOverrun) {
            this.label = label;
            this.isOverrun = isOverrun;
        }

        public String label() {
            return label;
        }

        /** Whether the deadline has passed, and not only nears. */
        public boolean isOverrun() {
            return isOverrun;
        }
    }
}
