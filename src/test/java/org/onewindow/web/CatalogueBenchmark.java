package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onewindow.factory.ManyItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How long citizens wait for the catalogue of a whole district: {@code mvn test -Dtest=CatalogueBenchmark
 * -Dbenchmark.items=1000}. 32 clients in the same virtual machine send one request after the other, without a pause.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "onewindow.database.disposable=true",
            "onewindow.database.data-folder=target/postgres",
            "onewindow.database.binaries-folder=target/postgres-binaries",
            "onewindow.demo.cases=false"
        })
class CatalogueBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueBenchmark.class);
    private static final int ITEMS = Integer.getInteger("benchmark.items", 1000);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 20_000);
    private static final int CLIENTS = 32;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void items(DynamicPropertyRegistry registry) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "benchmark"));
        ManyItems.generate(folder, ITEMS);
        registry.add("onewindow.items", () -> folder.resolve("items").toUri().toString());
    }

    @Test
    void measure() throws Exception {
        for (int round = 1; round <= 3; round++) {
            LOG.info("round {}", round);
            measure("search by name", n -> "/api/items?q=" + encoded(ManyItems.subject(n)));
            measure("search by first letters", n -> "/api/items?q=" + (n % 2 == 0 ? "ggcs" : "slxk"));
            measure("list", n -> "/api/items?page=" + (1 + n % 10));
            measure("guide", n -> "/api/items/" + ManyItems.code(n));
            measure("materials", n -> "/api/items/" + ManyItems.code(n) + "/materials" + situation(n));
            measure("guide page", n -> "/items/" + ManyItems.code(n));
            measure("guide page, answered", n -> "/items/" + ManyItems.code(n) + situation(n));
            measure("list page", n -> "/items?q=" + encoded(ManyItems.subject(n)));
        }
    }

    private static String situation(int n) {
        return "?applicantType=person&hasAgent=" + (n % 2 == 0) + "&usesVendingMachine=" + (n % 3 == 0 ? "yes" : "no");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void measure(String name, IntFunction<String> address) throws Exception {
        var next = new AtomicInteger();
        var took = new long[REQUESTS];
        Callable<Integer> client = () -> {
            for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
                took[n] = get(address.apply(n * 7 % ITEMS));
            }
            return 0;
        };
        var clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        for (var done : clients.invokeAll(
                IntStream.range(0, CLIENTS).mapToObj(i -> client).toList())) {
            done.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        Arrays.sort(took);
        LOG.info(
                "{}: {} requests/s, {}",
                name,
                Math.round(REQUESTS / seconds),
                List.of(50, 95, 99).stream()
                        .map(p -> "p%d %.1f ms".formatted(p, took[(int) (p / 100.0 * (REQUESTS - 1))] / 1e6))
                        .toList());
    }

    /** Nanoseconds. */
    private long get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .build();
        long start = System.nanoTime();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return System.nanoTime() - start;
    }
}
