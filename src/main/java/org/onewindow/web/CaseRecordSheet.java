package org.onewindow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseStep;
import org.onewindow.supervision.CaseNotes;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.TaskMove;
import org.onewindow.workflow.TaskMoves;
import org.springframework.stereotype.Component;

/** What happened to a case, and what was said to it, in one row of time (经过). */
@Component("caseRecordSheet")
public class CaseRecordSheet {

    private final CaseFiles files;
    private final TaskMoves moves;
    private final CaseNotes notes;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseRecordSheet(CaseFiles files, TaskMoves moves, CaseNotes notes, StaffAccounts accounts, Clock clock) {
        this.files = files;
        this.moves = moves;
        this.notes = notes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param kind {@code step}, {@code move}, {@code remind} or {@code remark} */
    public record Happened(
            LocalDateTime at, String kind, String label, String what, String who, Optional<String> text) {}

    /** Everything, in order. */
    public List<Happened> all(CaseFile file) {
        var steps = files.steps(file.caseNumber());
        var moved = moves.of(file.caseNumber());
        var said = said(file);
        var names = names(Stream.of(
                steps.stream().map(CaseStep::taken).flatMap(taken -> taken.people().stream()),
                moved.stream().flatMap(TaskMove::people),
                said.stream().map(Said::author)));
        return Stream.of(
                        steps.stream().map(step -> happened(step, names)),
                        moved.stream().map(move -> happened(move, names)),
                        said.stream().map(one -> happened(one, names)))
                .flatMap(happened -> happened)
                .sorted(Comparator.comparing(Happened::at))
                .toList();
    }

    /** What was said alone, for the page of those who have the case in hand. */
    public List<Happened> notes(CaseFile file) {
        var said = said(file);
        var names = names(Stream.of(said.stream().map(Said::author)));
        return said.stream()
                .map(one -> happened(one, names))
                .sorted(Comparator.comparing(Happened::at))
                .toList();
    }

    private record Said(Instant at, String kind, String label, String about, String author, String text) {}

    private List<Said> said(CaseFile file) {
        return Stream.concat(
                        notes.reminders(file.caseNumber()).stream()
                                .map(reminder -> new Said(
                                        reminder.at(),
                                        "remind",
                                        "催办",
                                        reminder.step(),
                                        reminder.author(),
                                        reminder.text())),
                        notes.remarks(file.caseNumber()).stream()
                                .map(remark ->
                                        new Said(remark.at(), "remark", "批注", "", remark.author(), remark.text())))
                .toList();
    }

    private Map<String, String> names(Stream<Stream<String>> people) {
        return accounts.names(people.flatMap(some -> some).distinct().toList());
    }

    private Happened happened(CaseStep step, Map<String, String> names) {
        var what = step.name() + step.outcome().map(outcome -> "：" + outcome).orElse("");
        return new Happened(at(step.at()), "step", "办理", what, step.taken().name(names), step.opinion());
    }

    private Happened happened(TaskMove move, Map<String, String> names) {
        return new Happened(
                at(move.at()),
                "move",
                move.kind().label(),
                move.name() + "：" + move.way(names),
                names.getOrDefault(move.by(), move.by()),
                move.reason());
    }

    private Happened happened(Said said, Map<String, String> names) {
        return new Happened(
                at(said.at()),
                said.kind(),
                said.label(),
                said.about(),
                names.getOrDefault(said.author(), said.author()),
                Optional.of(said.text()));
    }

    private LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant, clock.getZone());
    }
}
