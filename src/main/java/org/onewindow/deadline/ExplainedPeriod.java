package org.onewindow.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A period with every day that counted and every day that did not.
 *
 * @param basis the law, or whose promise it is
 * @param start day 0
 * @param startedBy what happened on day 0
 * @param length in {@code unit}, without the extension
 * @param extensionDays what an extension added, 0 without one
 * @param due its last day; empty while a special procedure runs
 * @param provisional the due date reaches into a year whose holiday notice is not loaded
 * @param endedOn when what had to be done was done, or the case was withdrawn
 * @param counted the days that counted up to its end, or else to the day that is asked about
 * @param days from day 0 to the due date, or to the day that is asked about while there is none
 */
public record ExplainedPeriod(
        Kind kind,
        String basis,
        LocalDate start,
        String startedBy,
        int length,
        DayUnit unit,
        int extensionDays,
        Optional<LocalDate> due,
        boolean provisional,
        Outcome outcome,
        Optional<LocalDate> endedOn,
        int counted,
        List<ExplainedDay> days) {

    /** Which period. */
    public enum Kind {
        NOTICE("notice", "告知期限"),
        /** The applicant's time, not the organ's. */
        CORRECTION("correction", "补正期限"),
        PROMISED("promised", "承诺时限"),
        STATUTORY("statutory", "法定时限"),
        DELIVERY("delivery", "送达期限");

        private final String jsonName;
        private final String label;

        Kind(String jsonName, String label) {
            this.jsonName = jsonName;
            this.label = label;
        }

        @JsonValue
        public String jsonName() {
            return jsonName;
        }

        public String label() {
            return label;
        }
    }

    /** How a period stands or ended. */
    public enum Outcome {
        RUNNING("running", "计时中"),
        PAUSED("paused", "暂停计时"),
        /** Its last day has passed and what had to be done is not done. */
        OVERRUN("overrun", "已超期"),
        ON_TIME("onTime", "按时完成"),
        LATE("late", "超期完成"),
        /** 告知期限 ran out unused (art. 32). */
        LAPSED("lapsed", "期满未告知，视为受理"),
        WITHDRAWN("withdrawn", "撤件，不再计时");

        private final String jsonName;
        private final String label;

        Outcome(String jsonName, String label) {
            this.jsonName = jsonName;
            this.label = label;
        }

        @JsonValue
        public String jsonName() {
            return jsonName;
        }

        public String label() {
            return label;
        }

        public boolean isOver() {
            return this == ON_TIME || this == LATE || this == LAPSED || this == WITHDRAWN;
        }
    }

    public ExplainedPeriod {
        days = List.copyOf(days);
    }

    /** Extension included. */
    public int total() {
        return length + extensionDays;
    }

    /** Negative when it has been overrun. */
    public int left() {
        return total() - counted;
    }

    /** What a provisional date means. */
    public Optional<String> note() {
        return due.filter(last -> provisional)
                .map(last -> "%d年的放假通知尚未录入，目前只知道周末，到期日 %s 为暂定，通知录入后重新计算".formatted(last.getYear(), last));
    }
}
