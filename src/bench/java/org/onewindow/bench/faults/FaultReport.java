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
import java.util.function.Function;
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
     * @param papers seconds until all PDFs were made
     * @param besides what is particular to the fault
     */
    record Struck(Verdict verdict, double recovery, int timers, int sessions, double papers, String besides) {}

    void startedAtOnce(Integer versions) {
        notes.put("versions of each model after two nodes started at once on an empty database", versions);
    }

    void throughput(int nodes, double stepsPerSecond) {
        throughput.put(nodes, stepsPerSecond);
    }

    void add(Fault fault, Struck struck) {
        faults.computeIfAbsent(fault, key -> new ArrayList<>()).add(struck);
    }

    void skipped(Fault fault, String reason) {
        notes.put("not struck: " + fault.description(), reason);
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
        var text = new StringBuilder();
        if (!throughput.isEmpty()) {
            text.append("| nodes (same heap and processors together) | acknowledged steps/s | × one node |\n|---|---|---|\n");
            throughput.forEach((nodes, speed) -> text.append("| %d | %.1f | %.2f |\n".formatted(nodes, speed, speed / throughput.get(1))));
            text.append('\n');
        }
        text.append("| fault | repetitions | acknowledged steps (uploads) | lost | doubled | files lacking or wrong | checker's findings | cases that did not go on | logins lost | timers due meanwhile | time to recover s, median (longest) | all PDFs made after s, longest |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        faults.forEach((fault, all) -> text.append("| %s | %d | %d (%d) | %d | %d | %d | %d | %d | %d | %d | %s | %.0f |\n".formatted(
                fault.description(),
                all.size(),
                all.get(all.size() - 1).verdict().acknowledged(),
                all.get(all.size() - 1).verdict().uploads(),
                sum(all, Verdict::lost),
                sum(all, Verdict::doubled),
                sum(all, Verdict::withoutFile),
                sum(all, Verdict::findings),
                sum(all, Verdict::stuck),
                all.stream().mapToInt(Struck::sessions).sum(),
                all.stream().mapToInt(Struck::timers).sum(),
                times(all),
                all.stream().mapToDouble(Struck::papers).max().orElse(0))));
        text.append('\n');
        faults.forEach((fault, all) -> all.stream()
                .map(Struck::besides)
                .filter(besides -> !besides.isEmpty())
                .forEach(besides -> text.append("- ").append(fault.description()).append(": ").append(besides).append('\n')));
        notes.forEach((name, note) -> text.append("- ").append(name).append(": ").append(note).append('\n'));
        return text.toString();
    }

    private static int sum(List<Struck> all, Function<Verdict, List<String>> kind) {
        return all.stream().map(Struck::verdict).map(kind).mapToInt(List::size).sum();
    }

    private static String times(List<Struck> all) {
        var sorted = all.stream().map(Struck::recovery).sorted().collect(Collectors.toList());
        return "%.2f (%.2f)".formatted(sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1));
    }
}
