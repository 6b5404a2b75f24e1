package org.onewindow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.onewindow.OneWindow;
import org.onewindow.bench.Questions.Question;
import org.onewindow.deadline.ForecastCompletion;
import org.onewindow.supervision.FinishedCompletion;
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

    private static final int TIMES = Integer.getInteger("bench.times", 40);
    private static final int ROUNDS = Integer.getInteger("bench.rounds");
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds"));
    private static final int CLIENTS = 4;
    /** Finished cases that the clean-up forgets a minute. */
    private static final List<Integer> PACES = List.of(1_000, CleanUp.UNTHROTTLED);
    /** Whether the databases of the last run are still there and to be asked again. */
    private static final boolean REUSE = Boolean.getBoolean("bench.reuse");

    private static final boolean[] BOTH = {false, true};
    private static final String SIZE = """
            select (select count(*) from case_file) as cases, (select count(*) from case_file where closed_at is null) as open,
                (select count(*) from act_ru_task) as tasks, (select count(*) from act_hi_procinst) as instances_remembered,
                pg_size_pretty(pg_database_size(current_database())) as size""";

    private final MillionReport report = new MillionReport();
    private final int finished = Integer.getInteger("bench.finished");
    private final int open = Integer.getInteger("bench.unfinished");
    private final Path folder = Path.of("target", "bench");
    private TwoDatabases databases;

    Million() {}

    void run() throws IOException, InterruptedException, ExecutionException {
        if (!REUSE) {
            FileSystemUtils.deleteRecursively(folder.resolve("postgres"));
        }
        Files.createDirectories(folder);
        try (var application = platform()) {
            var engine = application.getBean(ProcessEngine.class);
            var jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
            jobs.shutdown();
            CleanUp.leaveToUs(engine);
            var details = application.getBean(JdbcConnectionDetails.class);
            if (REUSE) {
                databases.open(details);
            } else {
                fill(application, details);
            }
            jobs.start();
            measure(application, details);
        } finally {
            databases.close();
        }
    }

    private void fill(ConfigurableApplicationContext application, JdbcConnectionDetails details) {
        long start = System.nanoTime();
        new SeedCases(application).make(SEEDS_FINISHED, SEEDS_OPEN);
        double seeds = since(start);
        databases.copy(details);
        long multiplication = System.nanoTime();
        multiply(application, details);
        report.note("seconds for the seeds", seeds);
        report.note("seconds for %d finished and %d open cases".formatted(finished, open), since(multiplication));
    }

    private void measure(ConfigurableApplicationContext application, JdbcConnectionDetails details)
            throws IOException, InterruptedException, ExecutionException {
        try (var superuser = TwoDatabases.superuser(details, "onewindow");
                var platform = new Platform(application)) {
            for (boolean isMany : BOTH) {
                databases.use(isMany);
                report.size(name(isMany), new JdbcTemplate(databases).queryForMap(SIZE));
            }
            var answers = new LinkedHashMap<Question, Map<String, Histogram>>();
            for (var question : new Questions(application, new JdbcTemplate(superuser)).all()) {
                for (boolean isMany : BOTH) {
                    databases.use(isMany);
                    var times = Questions.ask(question, TIMES);
                    answers.computeIfAbsent(question, key -> new LinkedHashMap<>())
                            .put(name(isMany), times);
                }
                LOG.info(
                        "{}: {}",
                        question.name(),
                        answers.get(question).get("many").getValueAtPercentile(95) / 1e3);
            }
            report.questions(answers);
            report.write(folder);
            var load = new Load(new Database(details, databases, folder.resolve("postgres/cluster")));
            load(load, platform);
            report.write(folder);
            cleanUp(application, platform, load);
            report.write(folder);
        }
    }

    private void load(Load load, Platform platform) {
        var rounds = new LinkedHashMap<String, List<Load.Round>>();
        for (int round = -1; round < ROUNDS; round++) {
            for (boolean isMany : BOTH) {
                databases.use(isMany);
                var result = load.run(platform, CLIENTS, TIME);
                if (round >= 0) { // the first ones warm up
                    add(rounds, name(isMany), result);
                }
            }
        }
        report.load("Whole cases, %d clients".formatted(CLIENTS), rounds);
    }

    /** With many cases, in turn without and beside the clean-up of the engine's history, at a pace and as fast as it goes. */
    private void cleanUp(ConfigurableApplicationContext application, Platform platform, Load load)
            throws InterruptedException, ExecutionException {
        var rounds = new LinkedHashMap<String, List<Load.Round>>();
        var cleanUp = new CleanUp(application.getBean(ProcessEngine.class), new JdbcTemplate(databases));
        for (int round = 0; round < ROUNDS; round++) {
            add(rounds, "alone", load.run(platform, CLIENTS, TIME));
            for (int pace : PACES) {
                var name = pace == CleanUp.UNTHROTTLED ? "unthrottled" : pace + " a minute";
                long before = cleanUp.left();
                var result = cleanUp.beside(pace, () -> load.run(platform, CLIENTS, TIME));
                add(rounds, name, result);
                report.note(
                        "finished cases forgotten a minute, %s, round %d".formatted(name, round + 1),
                        (before - cleanUp.left()) * 60 / result.seconds());
            }
        }
        report.load("Whole cases while history is cleaned up", rounds);
        report.note("finished cases left to forget", cleanUp.left());
    }

    private static void add(Map<String, List<Load.Round>> rounds, String name, Load.Round round) {
        rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(round);
        LOG.info("{}: {} cases/s", name, round.casesPerSecond());
    }

    private static String name(boolean isMany) {
        return isMany ? "many" : "few";
    }

    /** Seconds. */
    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
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
            LOG.info("finished cases");
            application.getBean(FinishedCompletion.class).complete();
            jdbc.execute("vacuum analyze finished_case, finished_tally");
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
                                databases = new TwoDatabases(source);
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
