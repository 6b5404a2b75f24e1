package org.onewindow.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.supervision.Figures.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of supervision: open cases by what the ledgers foretell, finished ones by how they were finished. */
@Service
@Transactional(readOnly = true)
public class Supervision {

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final ClockLedger ledger;
    private final OpenCases open;
    private final FinishedTally finished;
    private final WeeklyTrend trend;
    private final OfficeCalendar calendar;
    private final Clock clock;

    Supervision(
            JdbcClient jdbc,
            CaseFiles files,
            ClockLedger ledger,
            OpenCases open,
            FinishedTally finished,
            WeeklyTrend trend,
            OfficeCalendar calendar,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.ledger = ledger;
        this.open = open;
        this.finished = finished;
        this.trend = trend;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param period in which cases were finished; of open ones today's state is told */
    public Figures figures(Scope scope, Period period) {
        var today = today();
        var nextWorkingDay = calendar.current().add(today, 1);
        var cells = new Cells(open.count(scope, period, today, nextWorkingDay), finished.count(scope, period));
        return new Figures(
                today,
                nextWorkingDay,
                open.rechecked(scope),
                period,
                cells.group(""),
                cells.groups(OpenCount.Cell::item, FinishedCount.Cell::item),
                cells.groups(OpenCount.Cell::department, FinishedCount.Cell::department),
                cells.groups(OpenCount.Cell::window, FinishedCount.Cell::window),
                trend.weeks(scope, today));
    }

    /** What was counted, to be added up by whatever its cases have in common. */
    private record Cells(List<OpenCount.Cell> open, List<FinishedCount.Cell> finished) {

        Group group(String code) {
            return new Group(code, OpenCount.of(open), FinishedCount.of(finished));
        }

        List<Group> groups(
                Function<OpenCount.Cell, String> codeOfOpen, Function<FinishedCount.Cell, String> codeOfFinished) {
            var openByCode = open.stream().collect(Collectors.groupingBy(codeOfOpen));
            var finishedByCode = finished.stream().collect(Collectors.groupingBy(codeOfFinished));
            return Stream.of(openByCode.keySet(), finishedByCode.keySet())
                    .flatMap(Collection::stream)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .map(code -> new Cells(
                                    openByCode.getOrDefault(code, List.of()),
                                    finishedByCode.getOrDefault(code, List.of()))
                            .group(code))
                    .toList();
        }
    }

    /** The open cases of an item that a department has. */
    public record Lamps(String department, String item, OpenCount open) {}

    /** All open cases, by department and item. */
    public List<Lamps> lamps() {
        var today = today();
        return open.count(Scope.EVERYTHING, new Period(today, today), today, today).stream()
                .collect(Collectors.groupingBy(cell -> List.of(cell.department(), cell.item())))
                .values()
                .stream()
                .map(cells -> new Lamps(cells.get(0).department(), cells.get(0).item(), OpenCount.of(cells)))
                .sorted(Comparator.comparing(Lamps::department).thenComparing(Lamps::item))
                .toList();
    }

    /** 按时办结率 of a period, see {@link Group#onTime}. */
    public Timeliness timeliness(Period period) {
        var cells = new Cells(
                open.count(Scope.EVERYTHING, period, today(), today()), finished.count(Scope.EVERYTHING, period));
        return cells.group("").onTime();
    }

    /**
     * An open case and its clock.
     *
     * @param workingDays since the receipt, whoever's time they were
     */
    public record OpenCase(CaseFile file, ClockState state, int workingDays) {}

    /** The open cases that were received first. */
    public List<OpenCase> oldest(int cases) {
        var numbers = jdbc.sql("select case_number from case_file where closed_at is null order by case_number limit ?")
                .param(cases)
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list();
        var byNumber = files.findAll(numbers);
        return numbers.stream().map(byNumber::get).map(this::open).toList();
    }

    private OpenCase open(CaseFile file) {
        var days = calendar.current().between(file.receivedOn(), today());
        return new OpenCase(file, ledger.today(file.caseNumber()), Math.max(0, days));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
