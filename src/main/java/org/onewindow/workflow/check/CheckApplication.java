package org.onewindow.workflow.check;

import java.time.Clock;
import java.util.List;
import org.onewindow.casefile.ReadOnce;
import org.onewindow.database.ExistingDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** As much of the application as a check needs: the database as it is, the calendar and the clocks; no case files, no engine, no web. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@Import({ExistingDatabase.class, ReadOnce.class})
@ComponentScan(
        basePackages = {"org.onewindow.calendar", "org.onewindow.deadline", "org.onewindow.workflow.clock"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.onewindow\\.workflow\\.clock\\.(.*Follows.*|CalendarSweep|ConsultationDates|WatchDeadlines)"))
class CheckApplication {

    /** In the zone that the application has set for the whole virtual machine. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }

    /** @throws CaseCheck.CannotCheck if the settings are wrong or nobody answers */
    static ConfigurableApplicationContext start(List<String> settings) {
        try {
            return new SpringApplicationBuilder(CheckApplication.class)
                    .web(WebApplicationType.NONE)
                    .properties("spring.datasource.hikari.minimum-idle=1")
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new CaseCheck.CannotCheck("没有可以核对的数据库：" + CaseCheck.reason(e), e);
        }
    }
}
