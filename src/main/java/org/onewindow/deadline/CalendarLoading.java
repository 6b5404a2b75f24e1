package org.onewindow.deadline;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.onewindow.calendar.CalendarFiles;
import org.onewindow.calendar.CalendarYear;
import org.onewindow.calendar.InvalidCalendarFile;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.deadline.CalendarPreview.Contradiction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads a year of the working-day calendar (节假日安排): previews what moves, then puts it in force. */
@Service
public class CalendarLoading {

    private static final String FIELD = "calendar";
    private static final int NAMED = 5;

    private final OfficeCalendar calendar;
    private final CasePages pages;
    private final CalendarChanges changes;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CalendarLoading(
            OfficeCalendar calendar,
            CasePages pages,
            CalendarChanges changes,
            Clock clock,
            ApplicationEventPublisher events) {
        this.calendar = calendar;
        this.pages = pages;
        this.changes = changes;
        this.clock = clock;
        this.events = events;
    }

    /** A year was loaded; the tasks and timers have to follow. */
    public record Loaded(long change) {}

    /** What the year would do to the open cases. */
    @Transactional(readOnly = true)
    public CalendarPreview preview(int year, byte[] content) {
        return preview(read(year, content));
    }

    /**
     * Puts the year in force. Every date that the ledger tells is right within {@link OfficeCalendar#LAG}; tasks and timers
     * follow case by case.
     *
     * @return empty if the year is in force already, as it is
     * @throws RefusedInput if the file is no valid year, or the ledger of a case contradicts it
     * @throws CalendarChangeUnderWay if another change is not finished
     */
    @Transactional
    public Optional<CalendarChange> load(int year, byte[] content, String actor) {
        var read = read(year, content);
        if (changes.unfinished().isPresent()) {
            throw new CalendarChangeUnderWay();
        }
        if (read.equals(calendar.current().years().get(year))) {
            return Optional.empty();
        }
        refuseContradictions(preview(read).contradictions());
        long id = changes.add(year, read.notice(), text(content), actor, clock.instant());
        events.publishEvent(new Loaded(id));
        return changes.find(id);
    }

    /** A change by its number. */
    @Transactional(readOnly = true)
    public Optional<CalendarChange> change(long id) {
        return changes.find(id);
    }

    /** The change that brought a year; empty if the year comes from the installation's files. */
    @Transactional(readOnly = true)
    public Optional<CalendarChange> origin(int year) {
        return changes.latest(year);
    }

    private static CalendarYear read(int year, byte[] content) {
        try {
            var read = CalendarFiles.read("日历文件", new ByteArrayInputStream(content));
            if (read.year() != year) {
                throw new RefusedInput(FIELD, "文件是" + read.year() + "年的，地址是" + year + "年的，请核对后重新提交");
            }
            return read;
        } catch (InvalidCalendarFile invalid) {
            throw new RefusedInput(FIELD, invalid.getMessage());
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private CalendarPreview preview(CalendarYear year) {
        var today = LocalDate.now(clock);
        var before = calendar.current();
        var after = before.with(year);
        var moves = new ArrayList<CaseMove>();
        var contradictions = new ArrayList<Contradiction>();
        var open = new int[1];
        pages.forEachOpen(page -> {
            open[0]++;
            var old = page.tryRead(today, before);
            readable(page, old, today, after, contradictions)
                    .flatMap(state -> CaseMove.between(page, old, state))
                    .ifPresent(moves::add);
        });
        // A closed case has no dates to move, but must stay readable.
        firstDifference(before, after, year.year())
                .ifPresent(day -> pages.forEachClosedSince(
                        day, page -> readable(page, page.tryRead(today, before), today, after, contradictions)));
        return new CalendarPreview(open[0], List.copyOf(moves), List.copyOf(contradictions));
    }

    /** A ledger that the calendar in force contradicts already is no reason to keep that calendar. */
    private static Optional<ClockState> readable(
            CasePage page,
            Optional<ClockState> old,
            LocalDate today,
            WorkingCalendar calendar,
            List<Contradiction> contradictions) {
        try {
            return Optional.of(page.read(today, calendar));
        } catch (ImpossibleClockEvent contradicted) {
            old.ifPresent(state -> contradictions.add(new Contradiction(page.caseNumber(), contradicted.getMessage())));
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> firstDifference(WorkingCalendar one, WorkingCalendar other, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> one.isWorkingDay(day) != other.isWorkingDay(day))
                .findFirst();
    }

    private static void refuseContradictions(List<Contradiction> contradictions) {
        if (contradictions.isEmpty()) {
            return;
        }
        var violations = new ArrayList<RefusedInput.Violation>();
        Consumer<String> violation = text -> violations.add(new RefusedInput.Violation(FIELD, text));
        contradictions.stream()
                .limit(NAMED)
                .map(contradiction ->
                        "办件" + contradiction.caseNumber() + "的时限账本与这份日历矛盾：" + contradiction.reason() + "请先冲正这件的账本")
                .forEach(violation);
        if (contradictions.size() > NAMED) {
            violation.accept("共有" + contradictions.size() + "件与这份日历矛盾，全部列在预览的 contradictions 里");
        }
        throw new RefusedInput(violations);
    }
}
