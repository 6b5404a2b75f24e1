package org.onewindow.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of it, as a table in Markdown and as JSON. */
final class FaultReport {

    private final Map<Integer, Double> throughput = new TreeMap<>();
    private final Map<Fault, List<Struck>> faults = new EnumMap<>(Fault.class);
    private final Map<String, Object> notes = new LinkedHashMap<>();

    /**
     * One repetition.
     *
     * @param recovery seconds from the fault to the first step that was begun and done after it
     * @param timers made due just before
     * @param sessions logins that had to be made again
     */
    record Struck(Verdict verdict, double recovery, int timers, int sessions) {}

    void startedAtOnce(Integer versions) {
        notes.put("versions of each model after two nodes started at once on an empty database", versions);
    }

    void throughput(int nodes, double stepsPerSecond) {
        throughput.put(nodes, stepsPerSecond);
    }

    void add(Fault fault, Struck struck) {
        faults.computeIfAbsent(fault, key -> new ArrayList<>()).add(struck);
    }

    void stuckJobs(String text) {
        notes.put("stuck jobs", text);
    }

    void crowd(int unheard, Collection<String> missing, Map<String, Integer> refusals) {
        notes.put("steps carried out without an answer", unheard);
        notes.put("tasks that were missing", missing);
        notes.put("refusals and silences", refusals);
    }

    boolean isGood() {
        return faults.values().stream().flatMap(List::stream).allMatch(struck -> struck.verdict().isGood());
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("faults.md"), markdown());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(folder.resolve("faults.json").toFile(), Map.of("stepsPerSecond", throughput, "faults", faults, "notes", notes));
    }

    private String markdown() {
        var text = new StringBuilder("| nodes (same heap and processors together) | acknowledged steps/s | × one node |\n|---|---|---|\n");
        throughput.forEach((nodes, speed) -> text.append("| %d | %.1f | %.2f |\n".formatted(nodes, speed, speed / throughput.get(1))));
        text.append("\n| fault | repetitions | acknowledged steps | lost | doubled | checker's findings | logins lost | timers due meanwhile | time to recover s, median (longest) |\n|---|---|---|---|---|---|---|---|---|\n");
        faults.forEach((fault, all) -> text.append("| %s | %d | %d | %d | %d | %d | %d | %d | %s |\n".formatted(
                fault.description(),
                all.size(),
                all.get(all.size() - 1).verdict().acknowledged(),
                all.stream().mapToInt(struck -> struck.verdict().lost().size()).sum(),
                all.stream().mapToInt(struck -> struck.verdict().doubled().size()).sum(),
                all.stream().mapToInt(struck -> struck.verdict().findings().size()).sum(),
                all.stream().mapToInt(Struck::sessions).sum(),
                all.stream().mapToInt(Struck::timers).sum(),
                times(all))));
        text.append('\n');
        notes.forEach((name, note) -> text.append("- ").append(name).append(": ").append(note).append('\n'));
        return text.toString();
    }

    private static String times(List<Struck> all) {
        var sorted = all.stream().map(Struck::recovery).sorted().collect(Collectors.toList());
        return "%.2f (%.2f)".formatted(sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1));
    }
}
