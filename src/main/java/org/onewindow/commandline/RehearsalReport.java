package org.onewindow.commandline;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onewindow.deadline.DayUnit;
import org.onewindow.workflow.rehearsal.Rehearsed;
import org.onewindow.workflow.rehearsal.Rehearsed.Situation;
import org.onewindow.workflow.rehearsal.Rehearsed.Step;
import org.onewindow.workflow.rehearsal.Rehearsed.Walk;

/** Writes what a rehearsal showed: two tables, of situations and of paths, and what is wrong. */
final class RehearsalReport {

    private final Rehearsed rehearsed;
    private final Writer answer;

    private RehearsalReport(Rehearsed rehearsed, Writer answer) {
        this.rehearsed = rehearsed;
        this.answer = answer;
    }

    static void write(Rehearsed rehearsed, Writer answer) throws IOException {
        new RehearsalReport(rehearsed, answer).write();
    }

    private void write() throws IOException {
        var item = rehearsed.item();
        var limits = item.limits();
        var unit = DayUnit.of(limits.unit().orElse(DayUnit.WORKING_DAYS.jsonName()))
                .label();
        var statutory =
                limits.statutoryDays().isPresent() ? limits.statutoryDays().getAsInt() + "个" + unit : "未规定";
        answer.write(item.name() + "（" + item.code() + "，版本 " + item.version() + "）：法定时限" + statutory + "，承诺时限"
                + limits.promisedDays() + "个" + unit + "\n\n");
        table(
                List.of("情形", "材料", "条件", "材料名称"),
                rehearsed.situations().stream().map(RehearsalReport::situation).toList());
        table(
                List.of("路径", "情形", "材料", unit, "结局", "环节（办理人）"),
                IntStream.range(0, rehearsed.paths().size())
                        .mapToObj(i -> path(i + 1, rehearsed.paths().get(i)))
                        .toList());
        if (!rehearsed.untouched().isEmpty()) {
            answer.write("没有走到的环节（按 routing.dmn 和现有的授权委托书不会发生，或者没有出路通到它）：" + String.join("、", rehearsed.untouched())
                    + "\n\n");
        }
        conclude();
    }

    private void conclude() throws IOException {
        var faults = rehearsed.allFaults();
        for (var fault : faults) {
            answer.write("问题：" + fault + "\n");
        }
        answer.write("演练了" + rehearsed.situations().size() + "种情形、"
                + rehearsed.paths().size() + "条路径，"
                + (faults.isEmpty() ? "没有发现问题。\n\n" : "发现" + faults.size() + "个问题。\n\n"));
    }

    private static List<String> situation(Situation situation) {
        return List.of(
                String.valueOf(situation.number()),
                situation.materials().size() + "件",
                situation.words(),
                String.join("、", situation.materials()));
    }

    private List<String> path(int number, Walk walk) {
        var materials = rehearsed.situations().get(walk.situation() - 1).materials();
        var days = walk.workingDays().isPresent()
                ? String.valueOf(walk.workingDays().getAsInt())
                : "—";
        return List.of(
                String.valueOf(number),
                String.valueOf(walk.situation()),
                materials.size() + "件",
                days + (walk.remark().isEmpty() ? "" : "（" + walk.remark() + "）"),
                walk.end(),
                walk.steps().stream().map(RehearsalReport::step).collect(Collectors.joining(" → ")));
    }

    private static String step(Step step) {
        return step.name()
                + (step.outcome().isEmpty() ? "" : "：" + step.outcome())
                + (step.actor().isEmpty() ? "" : "（" + step.actor() + "）");
    }

    private void table(List<String> head, List<List<String>> rows) throws IOException {
        var all = new ArrayList<List<String>>();
        all.add(head);
        all.addAll(rows);
        var widths = IntStream.range(0, head.size())
                .map(column -> all.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        for (var row : all) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                var cell = row.get(column);
                boolean isLast = column == row.size() - 1;
                line.append("  ").append(cell).append(" ".repeat(isLast ? 0 : widths[column] - width(cell)));
            }
            answer.write(line.append('\n').toString());
        }
        answer.write('\n');
    }

    /** In columns of a terminal, where a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
    }
}
