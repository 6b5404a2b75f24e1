package org.onewindow.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The procedures (特别程序) whose time does not count toward the decision period: the closed list of 行政许可法 art. 45.
 * 现场踏勘, 征求意见 and an absent leader are not on it and do not pause the clock.
 */
public enum SpecialProcedure {
    HEARING("听证"),
    TENDER("招标"),
    AUCTION("拍卖"),
    INSPECTION("检验"),
    TESTING("检测"),
    QUARANTINE("检疫"),
    APPRAISAL("鉴定"),
    EXPERT_REVIEW("专家评审");

    private final String label;

    SpecialProcedure(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** The procedure with a Chinese name; empty for one that is not on the list of article 45. */
    public static Optional<SpecialProcedure> named(String label) {
        return Stream.of(values())
                .filter(procedure -> procedure.label.equals(label))
                .findFirst();
    }
}
