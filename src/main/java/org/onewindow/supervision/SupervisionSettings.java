package org.onewindow.supervision;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of supervision.
 *
 * @param answerDays working days within which a department answers for a statutory overrun
 * @param digest when the bureau gets its digest, on working mornings
 */
@ConfigurationProperties("onewindow.supervision")
record SupervisionSettings(
        @DefaultValue("2") int answerDays,
        @DefaultValue("08:30") LocalTime digest) {

    SupervisionSettings {
        if (answerDays < 1) {
            throw new IllegalArgumentException("onewindow.supervision.answer-days 至少为 1 个工作日");
        }
        if (!digest.isBefore(LocalTime.NOON)) {
            throw new IllegalArgumentException("onewindow.supervision.digest 应在上午，如 08:30");
        }
    }
}
