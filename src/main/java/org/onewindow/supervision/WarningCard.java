package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.catalog.Coded;
import org.onewindow.deadline.ClockAlarm;

/**
 * A warning card (警示牌): a deadline that nears or has passed, on record, for the department to answer.
 *
 * @param dueOn the deadline that is meant; one that moved may bring another card of the same level
 * @param turnedOn the day of the alarm
 * @param department whose the case was
 * @param holders the accounts that had a task of the case in hand
 * @param grounds the dates behind it, in words
 * @param measure the engine's 超期督办 that asks the head the same; empty for a yellow card
 * @param answerDue the last day for the explanation, where there is one
 */
public record WarningCard(
        long id,
        CaseNumber caseNumber,
        Level level,
        LocalDate dueOn,
        LocalDate turnedOn,
        String department,
        String itemCode,
        String itemName,
        List<String> holders,
        String grounds,
        Optional<String> measure,
        Instant raisedAt,
        Optional<LocalDate> answerDue,
        State state) {

    /** How bad it is. */
    public enum Level implements Coded {
        YELLOW("yellow", "黄牌", "承诺时限将至"),
        RED("red", "红牌", "已超过承诺时限"),
        STATUTORY("statutory", "法定超期", "已超过法定时限");

        private final String code;
        private final String label;
        private final String meaning;

        Level(String code, String label, String meaning) {
            this.code = code;
            this.label = label;
            this.meaning = meaning;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }

        public String meaning() {
            return meaning;
        }

        /** Whether the department must say why (说明), and not only that it knows. */
        public boolean isToBeExplained() {
            return this != YELLOW;
        }

        /** The card that an alarm raises; none where the lamp has nothing to do with it. */
        static Optional<Level> of(ClockAlarm.Kind alarm) {
            return switch (alarm) {
                case PROMISE_NEAR -> Optional.of(YELLOW);
                case PROMISE_OVERRUN -> Optional.of(RED);
                case STATUTORY_OVERRUN -> Optional.of(STATUTORY);
                case NOTICE_NEAR, STATUTORY_NEAR, DELIVERY_NEAR, DELIVERY_OVERRUN -> Optional.empty();
            };
        }
    }

    /** What was last done about it. */
    public enum State implements Coded {
        OPEN("open", "待签收"),
        ACKNOWLEDGED("acknowledged", "已签收"),
        EXPLAINED("explained", "已说明"),
        SENT_BACK("sent-back", "说明被退回"),
        ACCEPTED("accepted", "说明已认可");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What the department did about the overrun (处理结论), as the form 超期督办 has it. */
    public enum Handling implements Coded {
        URGED("urged", "已督促限期办结"),
        JUSTIFIED("explained", "已核实，属于客观原因");

        private final String code;
        private final String label;

        Handling(String code, String label) {
            this.code = code;
            this.label = label;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What was done about a card, by whom and when. */
    public record Event(
            long card, State state, Optional<Handling> handling, Optional<String> text, String actor, Instant at) {}

    /** Whether it is the department's turn. */
    public boolean waits() {
        return state == State.OPEN
                || state == State.SENT_BACK
                || state == State.ACKNOWLEDGED && level.isToBeExplained();
    }

    /** Whether the department may still say something about it. */
    public boolean mayBeExplained() {
        return waits() || state == State.ACKNOWLEDGED;
    }

    /** Whether the time for its answer has passed (逾期未说明); one that was sent back had its answer in time or not before that. */
    public boolean isUnanswered(LocalDate today) {
        return waits()
                && state != State.SENT_BACK
                && answerDue.filter(today::isAfter).isPresent();
    }
}
