package org.onewindow.workflow.rehearsal;

import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The application for one rehearsal: all rules, guards, forms and models, but no web, no demo data and no items yet. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "org.onewindow",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.onewindow\\.(OneWindow|web\\..*|workflow\\.(http|demo)\\..*)"))
class RehearsalApplication {

    @Bean
    SimulatedClock clock() {
        return new SimulatedClock();
    }

    /** @param folder for the database; it may be deleted after the context is closed */
    static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(RehearsalApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--onewindow.database.disposable=true",
                        "--onewindow.database.data-folder=" + folder.resolve("postgres"),
                        "--onewindow.database.binaries-folder=" + folder.resolve("binaries"),
                        "--onewindow.items=" + folder.resolve("items").toUri(),
                        "--camunda.bpm.job-execution.enabled=false");
    }
}
