package org.onewindow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.attachment.Attachment;
import org.onewindow.attachment.Attachments;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseMaterial;
import org.onewindow.casefile.CaseSearch;
import org.onewindow.casefile.CaseStep;
import org.onewindow.catalog.Catalog;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.DayUnit;
import org.onewindow.deadline.DecisionPeriod;
import org.onewindow.deadline.Lamp;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.CaseOutlook;
import org.onewindow.workflow.CaseOutlook.Coming;
import org.onewindow.workflow.CaseProgress;
import org.onewindow.workflow.CaseProgress.Waiting;
import org.onewindow.workflow.StaffAccounts;
import org.onewindow.workflow.TaskMove;
import org.onewindow.workflow.TaskMoves;
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
    private final TaskMoves moves;
    private final Attachments attachments;
    private final Documents documents;
    private final Organization organization;
    private final Catalog catalog;
    private final CaseSearch search;
    private final StaffAccounts accounts;
    private final Clock clock;

    CaseSheet(
            CaseFiles files,
            ClockLedger ledger,
            OfficeCalendar calendar,
            CaseProgress progress,
            CaseOutlook outlook,
            TaskMoves moves,
            Attachments attachments,
            Documents documents,
            Organization organization,
            Catalog catalog,
            CaseSearch search,
            StaffAccounts accounts,
            Clock clock) {
        this.files = files;
        this.ledger = ledger;
        this.calendar = calendar;
        this.progress = progress;
        this.outlook = outlook;
        this.moves = moves;
        this.attachments = attachments;
        this.documents = documents;
        this.organization = organization;
        this.catalog = catalog;
        this.search = search;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param window its name
     * @param picture the model as SVG; empty for a case whose model is gone
     * @param toCome the steps that follow by the item's outline; returns are not foreseen
     * @param ofTheCase the attachments that belong to no material
     */
    record Sheet(
            String window,
            String department,
            Deadline deadline,
            Optional<String> picture,
            List<Step> steps,
            List<Now> now,
            List<Coming> coming,
            List<String> toCome,
            List<MaterialRow> materials,
            List<AttachmentSheet.Row> ofTheCase,
            List<AttachmentSheet.Removed> removed,
            List<Paper> papers,
            CaseSearch.OfApplicant earlier) {}

    /**
     * @param left days until the period that runs ends, negative once it is over; empty while none runs
     * @param due its last day
     */
    record Deadline(
            Optional<Lamp> lamp,
            boolean statutoryOverrun,
            String phase,
            Optional<LocalDate> due,
            Optional<Integer> left,
            String unit) {}

    /** A step, or that a task was given to somebody. */
    record Step(String name, String actor, Optional<String> outcome, Optional<String> opinion, ZonedDateTime at) {}

    /** @param who the name of whoever has it, or the groups that may claim it */
    record Now(String name, String who, boolean isClaimed, ZonedDateTime since, Optional<LocalDate> due) {}

    record MaterialRow(CaseMaterial material, List<AttachmentSheet.Row> files) {}

    record Paper(long id, String title, String number, String state, LocalDate issuedOn, boolean isValid) {}

    /** @param scope which other cases the reader may see */
    @Transactional(readOnly = true)
    public Sheet of(CaseFile file, CaseSearch.Scope scope) {
        var number = file.caseNumber();
        var steps = files.steps(number);
        var waiting = progress.waiting(number);
        var attached = attachments.of(number);
        var moved = moves.of(number);
        var names = names(steps, waiting, moved, attached);
        var sheet = AttachmentSheet.of(attached, names, clock.getZone());
        return new Sheet(
                organization.windowName(file.window()),
                organization.departmentName(file.owner()),
                deadline(ledger.today(number)),
                progress.picture(file, steps, deeds(steps, names)),
                Stream.concat(
                                steps.stream().map(step -> step(step, names)),
                                moved.stream().map(move -> step(move, names)))
                        .sorted(Comparator.comparing(Step::at))
                        .toList(),
                waiting.stream().map(task -> now(task, names)).toList(),
                outlook.coming(number),
                toCome(file, steps, waiting),
                files.materials(number).stream()
                        .map(material -> new MaterialRow(material, sheet.of(Optional.of(material.code()))))
                        .toList(),
                sheet.of(Optional.empty()),
                sheet.removed(),
                documents.of(number).stream().map(this::paper).toList(),
                search.ofSameApplicant(number, scope, MOST_EARLIER));
    }

    private Map<String, String> names(
            List<CaseStep> steps, List<Waiting> waiting, List<TaskMove> moved, List<Attachment> attached) {
        return accounts.names(Stream.of(
                        steps.stream().map(CaseStep::taken).flatMap(taken -> taken.people().stream()),
                        waiting.stream()
                                .flatMap(task -> task.assignee().stream())
                                .flatMap(taken -> taken.people().stream()),
                        moved.stream().flatMap(TaskMove::people),
                        AttachmentSheet.people(attached))
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
                state.due().map(due -> left(state, due)),
                unit(state).label());
    }

    /** The item's own while the decision is due; the other periods count working days. */
    private static DayUnit unit(ClockState state) {
        return state.period()
                .filter(period -> state.phase() == ClockPhase.HANDLING)
                .map(DecisionPeriod::unit)
                .orElse(DayUnit.WORKING_DAYS);
    }

    private int left(ClockState state, LocalDate due) {
        var days = calendar.current();
        var today = state.asOf();
        var unit = unit(state);
        return due.isBefore(today) ? -unit.between(days, due, today) : unit.between(days, today, due);
    }

    private List<String> toCome(CaseFile file, List<CaseStep> steps, List<Waiting> waiting) {
        if (file.state().isFinal()) {
            return List.of();
        }
        var outline =
                catalog.require(file.itemCode(), file.publication()).process().steps();
        int waits = waiting.stream()
                .mapToInt(task -> outline.lastIndexOf(task.name()))
                .max()
                .orElse(-1);
        int taken = steps.isEmpty()
                ? 0
                : outline.lastIndexOf(steps.get(steps.size() - 1).name());
        return outline.subList(1 + (waits < 0 ? taken : waits), outline.size());
    }

    private Map<CaseStep, String> deeds(List<CaseStep> steps, Map<String, String> names) {
        var deeds = new HashMap<CaseStep, String>();
        steps.forEach(step -> deeds.put(
                step,
                step.name() + "：" + step.taken().name(names) + " "
                        + at(step.at()).toLocalDate()));
        return deeds;
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(clock.getZone());
    }

    private Step step(CaseStep step, Map<String, String> names) {
        return new Step(step.name(), step.taken().name(names), step.outcome(), step.opinion(), at(step.at()));
    }

    private Step step(TaskMove move, Map<String, String> names) {
        return new Step(
                move.title(),
                names.getOrDefault(move.by(), move.by()),
                Optional.of(move.way(names)),
                move.reason(),
                at(move.at()));
    }

    private Now now(Waiting task, Map<String, String> names) {
        return new Now(
                task.name(),
                task.assignee().map(taken -> taken.name(names)).orElse(String.join("、", task.groups())),
                task.assignee().isPresent(),
                at(task.since()),
                task.due());
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
