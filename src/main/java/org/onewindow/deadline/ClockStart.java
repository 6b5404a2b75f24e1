package org.onewindow.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** The day 0 of the decision period. */
public enum ClockStart {
    /** The day of acceptance (受理), as 行政许可法 art. 42 has it. */
    ACCEPTANCE("acceptance"),
    /** The day of receipt (收到申请), or of the last correction submission, as e.g. 建筑法 art. 8 has it. */
    RECEIPT("receipt");

    private final String jsonName;

    ClockStart(String jsonName) {
        this.jsonName = jsonName;
    }

    @JsonValue
    public String jsonName() {
        return jsonName;
    }

    /** @throws IllegalArgumentException for any other name */
    public static ClockStart of(String jsonName) {
        return Stream.of(values())
                .filter(start -> start.jsonName.equals(jsonName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("时限起算点应为 acceptance 或 receipt，而不是“" + jsonName + "”。"));
    }
}
