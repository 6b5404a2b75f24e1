package org.onewindow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onewindow.attachment.Attachment;
import org.onewindow.attachment.Attachments;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseStep;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.Lamp;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseOutlook;
import org.onewindow.workflow.CaseOutlook.Coming;
import org.onewindow.workflow.CaseProgress;
import org.onewindow.workflow.CaseProgress.Waiting;
import org.onewindow.workflow.StaffAccounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page 办件 shows. */
@Component
class CaseSheet {

    /** Cases of the same applicant. */
    private static final int MOST_EARLIER = 20;

    private final CaseFiles files;
    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final CaseProgress progress;
    private final CaseOutlook outlook;
    private final Attachments attachments;
    private final Documents documents;
    private final Organization organization;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseSheet(
            CaseFiles files,
            ClockLedger ledger,
            OfficeCalendar calendar,
            CaseProgress progress,
            CaseOutlook outlook,
            Attachments attachments,
            Documents documents,
            Organization organization,
            StaffAccounts accounts,
            Clock clock) {
        this.files = files;
        this.ledger = ledger;
        this.calendar = calendar;
        this.progress = progress;
        this.outlook = outlook;
        this.attachments = attachments;
        this.documents = documents;
        this.organization = organization;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param window its name
     * @param picture the model as SVG; empty for a case whose model is gone
     * @param others how many more cases the applicant has that the reader may not see
     */
    record Sheet(
            String window,
            String department,
            Deadline deadline,
            Optional<String> picture,
            List<Step> steps,
            List<Now> now,
            List<Coming> coming,
            List<MaterialRow> materials,
            List<FileRow> ofTheCase,
            List<Paper> papers,
            List<CaseFile> earlier,
            int others) {}

    /**
     * @param left working days until the period that runs ends, negative once it is over; empty while none runs
     * @param due its last day
     */
    record Deadline(
            Optional<Lamp> lamp,
            boolean statutoryOverrun,
            String phase,
            Optional<LocalDate> due,
            Optional<Integer> left) {}

    record Step(String name, String actor, Optional<String> outcome, Optional<String> opinion, ZonedDateTime at) {}

    /** @param who the name of whoever has it, or the groups that may claim it */
    record Now(String name, String who, boolean isClaimed, ZonedDateTime since, Optional<LocalDate> due) {}

    record MaterialRow(CaseMaterial material, List<FileRow> files) {}

    /** @param shown how a preview shows it: {@code picture}, {@code pages} or not at all */
    record FileRow(long id, String name, String type, String by, ZonedDateTime at, Optional<String> shown) {}

    record Paper(long id, String title, String number, String state, LocalDate issuedOn, boolean isValid) {}

    /** @param visible which other cases the reader may see */
    @Transactional(readOnly = true)
    public Sheet of(CaseFile file, Predicate<CaseFile> visible) {
        var number = file.caseNumber();
        var steps = files.steps(number);
        var waiting = progress.waiting(number);
        var present = attachments.of(number).stream()
                .filter(attachment -> attachment.removal().isEmpty())
                .toList();
        var names = names(steps, waiting, present);
        var earlier = files.ofSameApplicant(number, MOST_EARLIER);
        var seen = earlier.stream().filter(visible).toList();
        return new Sheet(
                organization.windowName(file.window()),
                organization.departmentName(file.owner()),
                deadline(ledger.today(number)),
                progress.picture(file, steps, deeds(steps, names)),
                steps.stream().map(step -> step(step, names)).toList(),
                waiting.stream().map(task -> now(task, names)).toList(),
                outlook.coming(number),
                files.materials(number).stream()
                        .map(material -> new MaterialRow(material, rows(present, Optional.of(material.code()), names)))
                        .toList(),
                rows(present, Optional.empty(), names),
                documents.of(number).stream().map(this::paper).toList(),
                seen,
                earlier.size() - seen.size());
    }

    private Map<String, String> names(List<CaseStep> steps, List<Waiting> waiting, List<Attachment> present) {
        return accounts.names(Stream.of(
                        steps.stream().map(CaseStep::actor),
                        waiting.stream().flatMap(task -> task.assignee().stream()),
                        present.stream().flatMap(attachment -> attachment.addedBy().stream()))
                .flatMap(accounts -> accounts)
                .distinct()
                .toList());
    }

    private Deadline deadline(ClockState state) {
        return new Deadline(
                state.lamp(),
                state.statutoryOverrun(),
                state.phase().label(),
                state.due(),
                state.due().map(due -> left(state.asOf(), due)));
    }

    private int left(LocalDate today, LocalDate due) {
        var days = calendar.current();
        return due.isBefore(today) ? -days.between(due, today) : days.between(today, due);
    }

    private Map<CaseStep, String> deeds(List<CaseStep> steps, Map<String, String> names) {
        var deeds = new HashMap<CaseStep, String>();
        steps.forEach(step -> deeds.put(
                step,
                step.name() + "：" + names.getOrDefault(step.actor(), step.actor()) + " "
                        + at(step.at()).toLocalDate()));
        return deeds;
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(clock.getZone());
    }

    private Step step(CaseStep step, Map<String, String> names) {
        return new Step(
                step.name(),
                names.getOrDefault(step.actor(), step.actor()),
                step.outcome(),
                step.opinion(),
                at(step.at()));
    }

    private Now now(Waiting task, Map<String, String> names) {
        return new Now(
                task.name(),
                task.assignee()
                        .map(account -> names.getOrDefault(account, account))
                        .orElse(String.join("、", task.groups())),
                task.assignee().isPresent(),
                at(task.since()),
                task.due());
    }

    private List<FileRow> rows(List<Attachment> present, Optional<String> material, Map<String, String> names) {
        return present.stream()
                .filter(attachment -> attachment.material().equals(material))
                .map(attachment -> new FileRow(
                        attachment.id(),
                        attachment.name(),
                        attachment.type().label(),
                        attachment
                                .addedBy()
                                .map(by -> names.getOrDefault(by, by))
                                .orElse("申请人"),
                        at(attachment.addedAt()),
                        shown(attachment)))
                .toList();
    }

    private static Optional<String> shown(Attachment attachment) {
        if (!attachment.type().isViewable()) {
            return Optional.empty();
        }
        return Optional.of(attachment.type().isPicture() ? "picture" : "pages");
    }

    private Paper paper(IssuedDocument document) {
        var state = document.state(LocalDate.now(clock));
        return new Paper(
                document.id(),
                document.title(),
                document.number(),
                state.label(),
                document.issuedOn(),
                state == IssuedDocument.State.VALID);
    }
}
