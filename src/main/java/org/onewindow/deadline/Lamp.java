package org.onewindow.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/** What a supervisor sees of a case's promised deadline at a glance. Statutory overrun is a flag of its own. */
public enum Lamp {
    GREEN("green", "正常"),
    /** At most one promised day is left, or at least 80 % of the promised period is used. */
    YELLOW("yellow", "预警"),
    /** The promised due date has passed. */
    RED("red", "超期"),
    /** A special procedure is running; a paused case never alarms. */
    PAUSED("paused", "暂停"),
    /** Decided or, once accepted, withdrawn; whether in time or not. */
    DONE("done", "办结");

    private final String jsonName;
    private final String label;

    Lamp(String jsonName, String label) {
        this.jsonName = jsonName;
        this.label = label;
    }

    @JsonValue
    public String jsonName() {
        return jsonName;
    }

    /** The word beside the colour, so that nobody has to tell colours apart. */
    public String label() {
        return label;
    }

    /** The lamp of a promise that runs: yellow from a day on, red after the due date. */
    static Lamp on(LocalDate day, LocalDate yellowFrom, LocalDate promisedDue) {
        if (day.isAfter(promisedDue)) {
            return RED;
        }
        return day.isBefore(yellowFrom) ? GREEN : YELLOW;
    }

    /**
     * How many days of a period must be used for the lamp to be yellow: all but one, or 80 % rounded up, whichever comes
     * first.
     */
    static int yellowFrom(int periodDays) {
        int eightyPercent = (periodDays * 4 + 4) / 5;
        return Math.max(0, Math.min(periodDays - 1, eightyPercent));
    }
}
