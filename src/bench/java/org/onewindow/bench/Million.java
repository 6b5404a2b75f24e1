package org.onewindow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.onewindow.OneWindow;
import org.onewindow.deadline.ForecastCompletion;
import org.onewindow.workflow.rehearsal.SeedCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the platform with a million cases beside the same platform with hardly any. {@code bench.finished} and
 * {@code bench.open} say how many; what is measured is in {@link Questions} and {@link Load}.
 */
public final class Million {

    private static final Logger LOG = LoggerFactory.getLogger(Million.class);
    private static final int SEEDS_FINISHED = Integer.getInteger("bench.seeds", 14);
    private static final int SEEDS_OPEN = 2 * SEEDS_FINISHED;

    private final int finished = Integer.getInteger("bench.finished");
    private final int open = Integer.getInteger("bench.open");
    private final Path folder = Path.of("target", "bench");
    private final Statements statements = new Statements();
    private TwoDatabases databases;

    private Million() {}

    public static void main(String[] arguments) throws IOException {
        new Million().run();
    }

    private void run() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("postgres"));
        Files.createDirectories(folder);
        try (var application = platform()) {
            var configuration = (ProcessEngineConfigurationImpl)
                    application.getBean(ProcessEngine.class).getProcessEngineConfiguration();
            configuration.getJobExecutor().shutdown();
            long start = System.nanoTime();
            new SeedCases(application).make(SEEDS_FINISHED, SEEDS_OPEN);
            LOG.info("seeds took {}", since(start));
            var details = application.getBean(JdbcConnectionDetails.class);
            databases.copy(details);
            long multiplication = System.nanoTime();
            multiply(application, details);
            LOG.info(
                    "{} finished and {} open cases took {}, the seeds among it {}",
                    finished,
                    open,
                    since(multiplication),
                    since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofSeconds((System.nanoTime() - start) / 1_000_000_000);
    }

    private void multiply(ConfigurableApplicationContext application, JdbcConnectionDetails details) {
        try (var superuser = TwoDatabases.superuser(details, "onewindow")) {
            var jdbc = new JdbcTemplate(superuser);
            for (var setting : new String[] {"max_wal_size = '8GB'", "checkpoint_timeout = '30min'"}) {
                jdbc.execute("alter system set " + setting);
            }
            jdbc.execute("select pg_reload_conf()");
            new CopyPlan(jdbc, application).write(finished, open);
            new Multiplication(superuser).run();
            LOG.info("forecasts");
            application.getBean(ForecastCompletion.class).complete();
            jdbc.execute("vacuum analyze clock_forecast");
            jdbc.execute("drop schema bench cascade");
            jdbc.execute("alter system reset all");
            jdbc.execute("select pg_reload_conf()");
            jdbc.execute("checkpoint");
        }
    }

    private ConfigurableApplicationContext platform() {
        return new SpringApplicationBuilder(OneWindow.class)
                .initializers(context -> {
                    SeedCases.clock((GenericApplicationContext) context);
                    context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                        @Override
                        public Object postProcessAfterInitialization(Object bean, String name) {
                            if (bean instanceof DataSource source && databases == null) {
                                databases = new TwoDatabases(source, statements::counted);
                                return databases;
                            }
                            return bean;
                        }
                    });
                })
                .run(
                        "--server.port=18200",
                        "--onewindow.database.port=18201",
                        "--onewindow.database.data-folder=" + folder.resolve("postgres"),
                        "--onewindow.demo.cases=false");
    }
}
