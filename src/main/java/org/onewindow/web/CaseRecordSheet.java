package org.onewindow.web;

import java.time.Clock;
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
import org.springframework.stereotype.Component;

/** What happened to a case, and what was said to it, in one row of time (经过). */
@Component("caseRecordSheet")
public class CaseRecordSheet {

    private final CaseFiles files;
    private final CaseNotes notes;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseRecordSheet(CaseFiles files, CaseNotes notes, StaffAccounts accounts, Clock clock) {
        this.files = files;
        this.notes = notes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param kind {@code step}, {@code remind} or {@code remark}; {@code who} is an account, then its name */
    public record Happened(
            LocalDateTime at, String kind, String label, String what, String who, Optional<String> text) {}

    /** Everything, in order. */
    public List<Happened> all(CaseFile file) {
        var steps = files.steps(file.caseNumber()).stream().map(this::step);
        return named(Stream.concat(steps, said(file)));
    }

    /** What was said alone, for the page of those who have the case in hand. */
    public List<Happened> notes(CaseFile file) {
        return named(said(file));
    }

    private Stream<Happened> said(CaseFile file) {
        return Stream.concat(
                notes.reminders(file.caseNumber()).stream()
                        .map(reminder -> new Happened(
                                LocalDateTime.ofInstant(reminder.at(), clock.getZone()),
                                "remind",
                                "催办",
                                reminder.step(),
                                reminder.author(),
                                Optional.of(reminder.text()))),
                notes.remarks(file.caseNumber()).stream()
                        .map(remark -> new Happened(
                                LocalDateTime.ofInstant(remark.at(), clock.getZone()),
                                "remark",
                                "批注",
                                "",
                                remark.author(),
                                Optional.of(remark.text()))));
    }

    private Happened step(CaseStep step) {
        var what = step.name() + step.outcome().map(outcome -> "：" + outcome).orElse("");
        return new Happened(
                LocalDateTime.ofInstant(step.at(), clock.getZone()), "step", "办理", what, step.actor(), step.opinion());
    }

    private List<Happened> named(Stream<Happened> happened) {
        var all = happened.sorted(Comparator.comparing(Happened::at)).toList();
        Map<String, String> names =
                accounts.names(all.stream().map(Happened::who).distinct().toList());
        return all.stream()
                .map(one -> new Happened(
                        one.at(),
                        one.kind(),
                        one.label(),
                        one.what(),
                        names.getOrDefault(one.who(), one.who()),
                        one.text()))
                .toList();
    }
}
