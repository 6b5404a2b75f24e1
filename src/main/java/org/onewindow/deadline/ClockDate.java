package org.onewindow.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** The dates that the ledger tells of a case. */
public enum ClockDate {
    ACCEPTED_ON("acceptedOn", "受理日期", ClockState::acceptedOn),
    NOTICE_DUE("noticeDue", "告知期限", ClockState::noticeDue),
    CORRECTION_DUE("correctionDue", "补正期限", ClockState::correctionDue),
    PROMISED_DUE("promisedDue", "承诺时限", ClockState::promisedDue),
    STATUTORY_DUE("statutoryDue", "法定时限", ClockState::statutoryDue),
    PLANNED_END("plannedEnd", "特别程序预计结束", ClockState::plannedEnd),
    DELIVERY_DUE("deliveryDue", "送达期限", ClockState::deliveryDue),
    NEXT_ALARM("nextAlarm", "下一次预警", ClockDate::nextAlarm);

    private final String jsonName;
    private final String label;
    private final Function<ClockState, Optional<LocalDate>> reading;

    ClockDate(String jsonName, String label, Function<ClockState, Optional<LocalDate>> reading) {
        this.jsonName = jsonName;
        this.label = label;
        this.reading = reading;
    }

    @JsonValue
    public String jsonName() {
        return jsonName;
    }

    public String label() {
        return label;
    }

    Optional<LocalDate> of(ClockState state) {
        return reading.apply(state);
    }

    private static Optional<LocalDate> nextAlarm(ClockState state) {
        return state.alarms().stream()
                .map(ClockAlarm::on)
                .filter(on -> !on.isBefore(state.asOf()))
                .findFirst();
    }
}
