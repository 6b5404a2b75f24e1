package org.onewindow.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Something that happened to a case and matters to its clocks: an entry of the ledger (时限账本). Dates are local dates of
 * Asia/Shanghai. A receipt's date is taken as given here; whether an evening's receipt counts from the next working day
 * is settled before it is recorded ({@code WorkingCalendar.countingFrom}).
 */
public sealed interface ClockEvent {

    Type type();

    LocalDate on();

    /** An event that has no more to tell than its day. */
    record Plain(Type type, LocalDate on) implements ClockEvent {

        public Plain {
            if (type == Type.SPECIAL_PROCEDURE_STARTED || type == Type.EXTENDED) {
                throw new IllegalArgumentException(type + " has details of its own");
            }
        }
    }

    /**
     * A special procedure began; the days after {@code on} do not count (art. 45).
     *
     * @param notice the number of the notice that told the applicant the needed time
     * @param plannedDays the needed time told, in working days; the clock follows the actual end
     */
    record SpecialProcedureStarted(
            LocalDate on, SpecialProcedure procedure, Optional<String> notice, OptionalInt plannedDays)
            implements ClockEvent {

        @Override
        public Type type() {
            return Type.SPECIAL_PROCEDURE_STARTED;
        }
    }

    /**
     * The decision period was extended (art. 42).
     *
     * @param days in the item's unit
     * @param approvedBy the organ's head who approved
     */
    record Extended(LocalDate on, int days, Optional<String> approvedBy, Optional<String> reason)
            implements ClockEvent {

        @Override
        public Type type() {
            return Type.EXTENDED;
        }
    }

    static ClockEvent received(LocalDate on) {
        return new Plain(Type.RECEIVED, on);
    }

    static ClockEvent correctionNotified(LocalDate on) {
        return new Plain(Type.CORRECTION_NOTIFIED, on);
    }

    static ClockEvent correctionSubmitted(LocalDate on) {
        return new Plain(Type.CORRECTION_SUBMITTED, on);
    }

    static ClockEvent accepted(LocalDate on) {
        return new Plain(Type.ACCEPTED, on);
    }

    static ClockEvent deemedAccepted(LocalDate on) {
        return new Plain(Type.DEEMED_ACCEPTED, on);
    }

    static ClockEvent notAccepted(LocalDate on) {
        return new Plain(Type.NOT_ACCEPTED, on);
    }

    static ClockEvent specialProcedureStarted(LocalDate on, SpecialProcedure procedure) {
        return new SpecialProcedureStarted(on, procedure, Optional.empty(), OptionalInt.empty());
    }

    static ClockEvent specialProcedureEnded(LocalDate on) {
        return new Plain(Type.SPECIAL_PROCEDURE_ENDED, on);
    }

    static ClockEvent extended(LocalDate on, int days) {
        return new Extended(on, days, Optional.empty(), Optional.empty());
    }

    static ClockEvent decided(LocalDate on) {
        return new Plain(Type.DECIDED, on);
    }

    static ClockEvent delivered(LocalDate on) {
        return new Plain(Type.DELIVERED, on);
    }

    static ClockEvent withdrawn(LocalDate on) {
        return new Plain(Type.WITHDRAWN, on);
    }

    /** The kinds of event. */
    enum Type {
        RECEIVED("received", "收件"),
        CORRECTION_NOTIFIED("correctionNotified", "补正告知"),
        CORRECTION_SUBMITTED("correctionSubmitted", "补正提交"),
        ACCEPTED("accepted", "受理"),
        /** The lapse of the notice period put on record; the clock knows it without. */
        DEEMED_ACCEPTED("deemedAccepted", "视为受理"),
        /** 不受理 or 不予受理: no decision clock ever runs. */
        NOT_ACCEPTED("notAccepted", "不(予)受理"),
        SPECIAL_PROCEDURE_STARTED("specialProcedureStarted", "特别程序开始"),
        SPECIAL_PROCEDURE_ENDED("specialProcedureEnded", "特别程序结束"),
        EXTENDED("extended", "延期"),
        DECIDED("decided", "决定"),
        DELIVERED("delivered", "送达"),
        WITHDRAWN("withdrawn", "撤件");

        private final String jsonName;
        private final String label;

        Type(String jsonName, String label) {
            this.jsonName = jsonName;
            this.label = label;
        }

        /** The name in the ledger and in JSON, e.g. {@code correctionNotified}. */
        public String jsonName() {
            return jsonName;
        }

        public String label() {
            return label;
        }

        public static Optional<Type> named(String jsonName) {
            return Stream.of(values())
                    .filter(type -> type.jsonName.equals(jsonName))
                    .findFirst();
        }
    }
}
