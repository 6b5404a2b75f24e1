package org.onewindow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.onewindow.bench.Load.Round;

/** The results as JSON and as a table in Markdown; of several rounds the median, with the lowest and the highest. */
final class Report {

    private final Map<Integer, Map<Contender, List<Round>>> results;
    private final Map<Contender, Statements.Count> counts;
    private final double counted;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param results rounds by clients and contender
     * @param counts what so many cases of a contender said to the database, in no round
     */
    Report(Map<Integer, Map<Contender, List<Round>>> results, Map<Contender, Statements.Count> counts, int counted) {
        this.results = results;
        this.counts = counts;
        this.counted = counted;
    }

    void write(Path folder) throws IOException {
        json.writerWithDefaultPrettyPrinter().writeValue(folder.resolve("report.json").toFile(), json());
        Files.writeString(folder.resolve("report.md"), markdown());
    }

    private ObjectNode json() {
        var report = json.createObjectNode();
        results.forEach((clients, contenders) -> contenders.forEach((contender, rounds) -> {
            var node = report.withObjectProperty(clients + " clients").putObject(contender.name());
            node.put("description", contender.description());
            rounds.forEach(round -> node.withArrayProperty("casesPerSecond").add(round.casesPerSecond()));
            var count = counts.get(contender);
            node.put("statementsPerCase", count.statements() / counted);
            node.put("insertsPerCase", count.inserts() / counted);
            node.put("commitsPerCase", count.commits() / counted);
            node.put("walBytesPerCase", per(rounds, Round::walBytes));
            node.put("diskBytesPerCase", per(rounds, Round::diskBytes));
            var often = node.putObject("executionsPerCase");
            count.byText().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(statement -> often.put(
                            statement.getKey().replaceAll("\\s+", " ").strip(),
                            Math.round(statement.getValue() * 100.0 / counted) / 100.0));
            node.put("cpuOfDatabase", median(rounds, Round::cpuOfDatabase));
            node.put("cpuOfJvm", median(rounds, Round::cpuOfJvm));
            all(rounds).steps().forEach((step, times) -> node.withObjectProperty("milliseconds")
                    .putObject(step)
                    .put("p50", times.getValueAtPercentile(50) / 1e3)
                    .put("p95", times.getValueAtPercentile(95) / 1e3)
                    .put("p99", times.getValueAtPercentile(99) / 1e3));
        }));
        return report;
    }

    private String markdown() {
        var text = new StringBuilder();
        results.forEach((clients, contenders) -> {
            var first = contenders.values().iterator().next();
            text.append("\n## ").append(clients).append(" clients, ").append(first.size()).append(" rounds\n\n")
                    .append("| | cases/s (lowest–highest) | × " + contenders.keySet().iterator().next().name() + " | statements | inserts | commits | WAL KB | disk KB | CPU DB | CPU JVM | complete p50/p95/p99 ms |\n")
                    .append("|---|---|---|---|---|---|---|---|---|---|---|\n");
            contenders.forEach((contender, rounds) -> text.append(row(contender, rounds, first)));
        });
        return text.toString().stripLeading();
    }

    private String row(Contender contender, List<Round> rounds, List<Round> first) {
        double speed = median(rounds, Round::casesPerSecond);
        var count = counts.get(contender);
        var complete = all(rounds).steps().get("complete");
        return "| %s | %.1f (%.1f–%.1f) | %.2f | %.0f | %.0f | %.1f | %.1f | %.1f | %.0f %% | %.0f %% | %.1f / %.1f / %.1f |\n"
                .formatted(
                        contender.name(),
                        speed,
                        rounds.stream().mapToDouble(Round::casesPerSecond).min().orElse(0),
                        rounds.stream().mapToDouble(Round::casesPerSecond).max().orElse(0),
                        speed / median(first, Round::casesPerSecond),
                        count.statements() / counted,
                        count.inserts() / counted,
                        count.commits() / counted,
                        per(rounds, Round::walBytes) / 1024,
                        per(rounds, Round::diskBytes) / 1024,
                        median(rounds, Round::cpuOfDatabase) * 100,
                        median(rounds, Round::cpuOfJvm) * 100,
                        complete.getValueAtPercentile(50) / 1e3,
                        complete.getValueAtPercentile(95) / 1e3,
                        complete.getValueAtPercentile(99) / 1e3);
    }

    private static Timings all(List<Round> rounds) {
        var all = new Timings();
        rounds.forEach(round -> all.add(round.timings()));
        return all;
    }

    private static double per(List<Round> rounds, ToDoubleFunction<Round> amount) {
        return rounds.stream().mapToDouble(amount).sum()
                / rounds.stream().mapToInt(Round::cases).sum();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> amount) {
        return rounds.stream().mapToDouble(amount).sorted().skip((rounds.size() - 1) / 2).findFirst().orElse(0);
    }
}
