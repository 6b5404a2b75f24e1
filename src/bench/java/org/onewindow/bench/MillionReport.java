package org.onewindow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.onewindow.bench.Load.Round;
import org.onewindow.bench.Questions.Question;

/** What a million cases cost beside hardly any, as JSON and as tables in Markdown. */
final class MillionReport {

    private final ObjectNode json = new ObjectMapper().createObjectNode();
    private final StringBuilder text = new StringBuilder();

    void size(String database, Map<String, Object> figures) {
        text.append("- ").append(database).append(": ").append(figures).append('\n');
        json.withObjectProperty("databases").set(database, new ObjectMapper().valueToTree(figures));
    }

    void questions(Map<Question, Map<String, Histogram>> answers) {
        text.append("\n| ms | hardly any p50 / p95 | a million p50 / p95 | target p95 | |\n|---|---|---|---|---|\n");
        answers.forEach((question, databases) -> {
            var node = json.withObjectProperty("questions")
                    .putObject(question.name())
                    .put("targetMilliseconds", question.milliseconds());
            databases.forEach((database, times) ->
                    node.putObject(database).put("p50", milliseconds(times, 50)).put("p95", milliseconds(times, 95)));
            boolean isMet = milliseconds(databases.get("many"), 95) <= question.milliseconds();
            text.append("| %s | %s | %s | %d | %s |\n"
                    .formatted(
                            question.name(),
                            cell(databases.get("few")),
                            cell(databases.get("many")),
                            question.milliseconds(),
                            isMet ? "" : "**missed**"));
        });
    }

    private static String cell(Histogram times) {
        return "%.1f / %.1f".formatted(milliseconds(times, 50), milliseconds(times, 95));
    }

    private static double milliseconds(Histogram times, int percentile) {
        return times.getValueAtPercentile(percentile) / 1e3;
    }

    /** @param rounds by what was under way, e.g. {@code few} and {@code many}; the ratio is that of the last to the first */
    void load(String title, Map<String, List<Round>> rounds) {
        text.append("\n## ")
                .append(title)
                .append("\n\n| | cases/s (lowest–highest) | complete p50/p95/p99 ms |\n|---|---|---|\n");
        var medians = new LinkedHashMap<String, Double>();
        rounds.forEach((what, some) -> {
            var speeds = some.stream().map(Round::casesPerSecond).sorted().toList();
            medians.put(what, speeds.get(speeds.size() / 2));
            var all = new Timings();
            some.forEach(round -> all.add(round.timings()));
            var complete = all.steps().get("complete");
            text.append("| %s | %.1f (%.1f–%.1f) | %.1f / %.1f / %.1f |\n"
                    .formatted(
                            what,
                            medians.get(what),
                            speeds.get(0),
                            speeds.get(speeds.size() - 1),
                            milliseconds(complete, 50),
                            milliseconds(complete, 95),
                            milliseconds(complete, 99)));
            var node = json.withObjectProperty(title).putObject(what);
            speeds.forEach(node.withArrayProperty("casesPerSecond")::add);
            node.put("completeP95", milliseconds(complete, 95));
        });
        var values = List.copyOf(medians.values());
        double ratio = values.get(values.size() - 1) / values.get(0);
        text.append("\nRatio: %.2f\n".formatted(ratio));
        json.withObjectProperty(title).put("ratio", ratio);
    }

    void note(String name, double value) {
        text.append("- %s: %.1f\n".formatted(name, value));
        json.put(name, value);
    }

    void write(Path folder) throws IOException {
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("million.json").toFile(), json);
        Files.writeString(folder.resolve("million.md"), text);
    }
}
