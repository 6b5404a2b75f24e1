package org.onewindow.workflow.rehearsal;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

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

    /**
     * Starts it with no setting but these and application.yaml's: the environment of the command may be that of a server, whose
     * database a rehearsal must never see.
     *
     * @param folder for the database; it may be deleted after the context is closed
     * @param settings by name
     */
    static ConfigurableApplicationContext start(Path folder, Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        all.put("onewindow.database.disposable", "true");
        all.put("onewindow.database.data-folder", folder.resolve("postgres").toString());
        all.put("onewindow.database.binaries-folder", folder.resolve("binaries").toString());
        all.put("onewindow.items", folder.resolve("items").toUri().toString());
        all.put("onewindow.engine.keeps-activities", "true");
        all.put("onewindow.documents.makes", "false");
        all.put("onewindow.messages.sends", "false");
        all.put("camunda.bpm.job-execution.enabled", "false");
        return new SpringApplicationBuilder(RehearsalApplication.class)
                .environment(new NoSettings())
                .web(WebApplicationType.NONE)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Without the variables of the process and the properties of the virtual machine. */
    private static final class NoSettings extends StandardEnvironment {
        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // none
        }
    }
}
