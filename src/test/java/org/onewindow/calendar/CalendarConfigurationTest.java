package org.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CalendarConfigurationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(CalendarConfiguration.class);

    @Test
    void theApplicationKnowsThePublishedYears() {
        application.run(context -> {
            var calendar = context.getBean(OfficeCalendar.class).current();
            assertThat(calendar.years()).containsKeys(2024, 2025, 2026);
            assertThat(calendar.closeOfBusiness()).isEqualTo("17:00");
        });
    }

    @Test
    void closeOfBusinessIsASetting() {
        application
                .withPropertyValues("onewindow.calendar.close-of-business=17:30")
                .run(context -> assertThat(
                                context.getBean(OfficeCalendar.class).current().closeOfBusiness())
                        .isEqualTo("17:30"));
    }

    @Test
    void theApplicationDoesNotStartWithoutACalendar() {
        application
                .withPropertyValues("onewindow.calendar.location=classpath*:no-such-folder/*.yaml")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("没有找到工作日历文件"));
    }
}
