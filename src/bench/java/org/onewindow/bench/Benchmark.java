package org.onewindow.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.onewindow.OneWindow;
import org.onewindow.bench.faults.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Measures whole cases a second, or with {@code -Dbench.what=} how fast papers are made ({@code papers}), what the packaged jar takes ({@code footprint}),
 * what a million cases change ({@code million}), what several nodes do when something fails ({@code faults}). Its settings and their defaults stand in the profile {@code bench}: {@code bench.clients},
 * {@code bench.rounds}, {@code bench.seconds} a round, {@code bench.open} cases preloaded, {@code bench.warmup} cases, {@code bench.contenders} by name.
 */
public final class Benchmark {

    private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
    private static final int LOADERS = 4;
    private static final int COUNTED = 200;

    private final int rounds = Integer.getInteger("bench.rounds");
    private final Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds"));
    private final int open = Integer.getInteger("bench.open");
    private final int warmUp = Integer.getInteger("bench.warmup");
    private final List<Integer> clients = List.of(
                    System.getProperty("bench.clients").split(","))
            .stream()
            .map(Integer::valueOf)
            .toList();

    private final List<String> contenders = List.of(System.getProperty("bench.contenders").split(","));
    private final Path folder = Path.of("target", "bench");
    private final Statements statements = new Statements();

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        switch (System.getProperty("bench.what")) {
            case "cases" -> new Benchmark().run();
            case "million" -> new Million().run();
            case "papers" -> new Papers().run();
            case "footprint" -> new Footprint().run();
            case "faults" -> Faults.run();
            default -> throw new IllegalArgumentException("bench.what: cases, papers, million, footprint or faults");
        }
    }

    private void run() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("postgres"));
        Files.createDirectories(folder);
        try (var application = platform()) {
            var database = new Database(
                    application.getBean(JdbcConnectionDetails.class),
                    application.getBean(DataSource.class),
                    folder.resolve("postgres/cluster"));
            try (var bare = database.schema("b0");
                    var barest = database.schema("e8");
                    var peer = database.schema("peer");
                    var b0 = BareEngine.asItComes(statements.counted(bare));
                    var e8 = BareEngine.withNothingBut(statements.counted(barest));
                    var b1 = new Platform(application);
                    var b2 = new PlatformWithPapers(application, b1);
                    var http = new PlatformOverHttp(URI.create("http://127.0.0.1:"
                            + application.getEnvironment().getRequiredProperty("local.server.port")), 0);
                    var b3 = new Flowable(statements.counted(peer))) {
                measure(
                        List.<Contender>of(b0, e8, b1, b2, http, b3).stream()
                                .filter(contender -> contenders.contains(contender.name()))
                                .toList(),
                        database);
            }
        }
    }

    private ConfigurableApplicationContext platform() {
        return new SpringApplicationBuilder(OneWindow.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof DataSource source ? statements.counted(source) : bean;
                    }
                }))
                .run(
                        "--server.port=0",
                        "--onewindow.database.port=0",
                        "--onewindow.database.data-folder=" + folder.resolve("postgres"),
                        "--onewindow.files.folder=" + folder.resolve("files"),
                        "--onewindow.documents.key-store=" + folder.resolve("seals.p12"),
                        "--onewindow.documents.makes=false", // B2 makes them itself, B1 does without
                        "--onewindow.demo.cases=false");
    }

    private void measure(List<Contender> contenders, Database database) throws IOException {
        var load = new Load(database);
        for (var contender : contenders) {
            LOG.info("{}: {} open cases, then {} to warm up", contender.name(), open, warmUp);
            load.preload(contender, open, LOADERS);
            database.vacuum();
            load.warmUp(contender, warmUp, LOADERS);
        }
        database.vacuum();
        var results = new LinkedHashMap<Integer, Map<Contender, List<Load.Round>>>();
        for (var count : clients) {
            var byContender = new LinkedHashMap<Contender, List<Load.Round>>();
            for (int round = 0; round < rounds; round++) {
                for (var contender : contenders) {
                    var result = load.run(contender, count, time);
                    byContender
                            .computeIfAbsent(contender, key -> new ArrayList<>())
                            .add(result);
                    LOG.info(
                            "{} clients, round {}: {} {}/s",
                            count,
                            round + 1,
                            contender.name(),
                            "%.1f".formatted(result.casesPerSecond()));
                }
            }
            results.put(count, byContender);
        }
        var counts = new LinkedHashMap<Contender, Statements.Count>();
        for (var contender : contenders) {
            counts.put(contender, statements.count(() -> load.warmUp(contender, COUNTED, LOADERS)));
        }
        new Report(results, counts, COUNTED).write(folder);
    }
}
