package org.onewindow.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.AcceptanceReturns;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.Lamp;
import org.onewindow.workflow.BusyWeeks;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whatever way cases go: the figures, and the lists behind them, are what their files and ledgers say one by one. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "spring.application.name=figures")
class FiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final Period PERIOD = new Period(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 3, 19));
    private static final String HEALTH = "health-commission";
    private static final int MOST = 1000;

    @Autowired
    private Hall hall;

    @Autowired
    private Supervision supervision;

    @Autowired
    private CaseLists lists;

    @Autowired
    private FinishedTally tally;

    @Autowired
    private FinishedCompletion completion;

    @Autowired
    private CaseFiles files;

    @Autowired
    private ClockLedger ledger;

    @Autowired
    private OfficeCalendar calendar;

    @Autowired
    private AcceptanceReturns returns;

    @Autowired
    private JdbcClient jdbc;

    /** A case by its file and its ledger alone. */
    private record Known(
            CaseFile file,
            ClockState clock,
            boolean corrected,
            boolean sentBack,
            boolean rechecked,
            Optional<LocalDate> closedOn) {

        boolean isDecided() {
            return clock.phase() == ClockPhase.DECIDED || clock.phase() == ClockPhase.DELIVERED;
        }

        Optional<LocalDate> finishedOn() {
            return isDecided() ? clock.decidedOn() : closedOn;
        }

        boolean isOpen() {
            return closedOn.isEmpty();
        }

        boolean isOnTime() {
            return isDecided()
                    && !clock.decidedOn()
                            .orElseThrow()
                            .isAfter(clock.promisedDue().orElseThrow());
        }

        boolean shows(Lamp lamp) {
            return clock.lamp().filter(lamp::equals).isPresent();
        }

        boolean runs() {
            return shows(Lamp.GREEN) || shows(Lamp.YELLOW);
        }

        boolean isDue(Predicate<LocalDate> when) {
            return clock.promisedDue().filter(when).isPresent();
        }

        boolean is(CaseState... states) {
            return Set.of(states).contains(file.state());
        }

        boolean isDenied() {
            return file.decision().filter(CaseFile.Decision.DENY::equals).isPresent();
        }
    }

    private List<Known> all;

    @BeforeAll
    void weeksOfWork() {
        new BusyWeeks(hall, TODAY).work(220, LocalDate.of(2026, 1, 12));
        all = jdbc.sql("select case_number from case_file").query(String.class).list().stream()
                .map(CaseNumber::new)
                .map(this::known)
                .toList();
        for (var listing : Listing.values()) {
            assertThat(all.stream().filter(in(listing)))
                    .as("nothing is tried with no case: " + listing)
                    .isNotEmpty();
        }
        assertThat(all.stream().flatMap(one -> one.clock().lamp().stream()).distinct())
                .containsExactlyInAnyOrder(Lamp.values());
    }

    private Known known(CaseNumber number) {
        return new Known(
                files.require(number),
                ledger.today(number),
                exists("select from correction_notice where case_number = ?", number),
                exists("select from acceptance_return where case_number = ?", number),
                returns.open(number).isPresent(),
                jdbc.sql("select closed_at from case_file where case_number = ? and closed_at is not null")
                        .param(number.value())
                        .query((row, n) -> row.getTimestamp(1).toLocalDateTime().toLocalDate())
                        .optional());
    }

    private boolean exists(String row, CaseNumber number) {
        return jdbc.sql("select exists (" + row + ")")
                .param(number.value())
                .query(Boolean.class)
                .single();
    }

    static Stream<Scope> scopes() {
        return Stream.of(Scope.EVERYTHING, Scope.of(Set.of(HEALTH)), Scope.of(Set.of("civil-affairs")));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void figuresAreThoseOfFilesAndLedgers(Scope scope) {
        assertFigures(scope);
    }

    /** The count of past days changes no figure, made or not, for some days or for all. */
    @Test
    void figuresDoNotChangeWhenPastDaysAreCounted() {
        hall.at("2026-02-26T09:00");
        tally.complete();
        hall.at(TODAY + "T15:00");
        assertFigures(Scope.EVERYTHING);
        tally.complete();
        assertFigures(Scope.EVERYTHING);
        assertFigures(Scope.of(Set.of(HEALTH)));
        assertThat(jdbc.sql("select sum(cases) from finished_tally")
                        .query(Integer.class)
                        .single())
                .isEqualTo((int) all.stream()
                        .flatMap(one -> one.finishedOn().stream())
                        .filter(day -> day.isBefore(TODAY))
                        .count());
    }

    @Test
    void casesFromBeforeTheTableAreCompleted() {
        var written = finishedCases();
        jdbc.sql("delete from finished_case where case_number like '%1' or case_number like '%5'")
                .update();
        jdbc.sql("delete from finished_tally").update();
        jdbc.sql("update finished_tallied set through = '2000-01-01'").update();
        assertThat(completion.complete()).isPositive();
        assertThat(finishedCases()).isEqualTo(written);
        assertThat(completion.complete()).isZero();
        assertFigures(Scope.EVERYTHING);
    }

    private List<String> finishedCases() {
        return jdbc.sql("select f::text from finished_case f order by case_number")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @EnumSource(Listing.class)
    void aListHasTheCasesOfItsFigureInPages(Listing listing) {
        for (var scope : scopes().toList()) {
            var expected = all.stream()
                    .filter(one -> scope.everything()
                            || scope.departments().contains(one.file().owner()))
                    .filter(in(listing))
                    .map(one -> one.file().caseNumber())
                    .toList();
            var query = query(listing);
            var found = new ArrayList<ListedCase>();
            for (var page = lists.find(query, scope, 3); !page.isEmpty(); page = lists.find(query, scope, 3)) {
                found.addAll(page);
                query = query.after(page.get(page.size() - 1).caseNumber());
            }
            assertThat(found)
                    .extracting(ListedCase::caseNumber)
                    .as("%s of %s", listing, scope)
                    .containsExactlyInAnyOrderElementsOf(expected)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsLongestOverdueComesFirstWithItsDelay() {
        var overdue = lists.find(query(Listing.RED), Scope.EVERYTHING, MOST);
        assertThat(overdue).isNotEmpty();
        assertThat(overdue).extracting(one -> one.promisedDue().orElseThrow()).isSorted();
        assertThat(overdue).allSatisfy(one -> assertThat(one.delay().orElseThrow())
                .isEqualTo(calendar.current().between(one.promisedDue().orElseThrow(), TODAY))
                .isPositive());
    }

    private static CaseQuery query(Listing listing) {
        return new CaseQuery(listing, PERIOD, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Predicate<Known> in(Listing listing) {
        Predicate<Known> finished =
                one -> one.finishedOn().filter(FiguresTest::inPeriod).isPresent();
        Predicate<Known> open = Known::isOpen;
        var next = calendar.current().add(TODAY, 1);
        return switch (listing) {
            case OPEN -> open;
            case UNACCEPTED -> open.and(one -> one.clock().lamp().isEmpty());
            case GREEN -> open.and(one -> one.shows(Lamp.GREEN));
            case YELLOW -> open.and(one -> one.shows(Lamp.YELLOW));
            case RED -> open.and(one -> one.shows(Lamp.RED));
            case PAUSED -> open.and(one -> one.shows(Lamp.PAUSED));
            case READY -> open.and(one -> one.shows(Lamp.DONE));
            case DUE_TODAY -> open.and(one -> one.runs() && one.isDue(TODAY::equals));
            case DUE_NEXT -> open.and(one -> one.runs() && one.isDue(day -> day.isAfter(TODAY) && !day.isAfter(next)));
            case RECHECKED -> open.and(Known::rechecked);
            case MISSED -> open.and(one -> one.shows(Lamp.RED) && one.isDue(FiguresTest::inPeriod));
            case RECEIVED -> one -> inPeriod(one.file().receivedOn());
            case FINISHED -> finished;
            case DECIDED -> finished.and(Known::isDecided);
            case ON_TIME -> finished.and(Known::isOnTime);
            case LATE -> finished.and(one -> one.isDecided() && !one.isOnTime());
            case CORRECTED -> finished.and(Known::corrected);
            case SENT_BACK -> finished.and(Known::sentBack);
            case RETURNED -> finished.and(one -> one.is(CaseState.DECLINED, CaseState.REFUSED));
            case WITHDRAWN -> finished.and(one -> one.is(CaseState.WITHDRAWN, CaseState.LAPSED));
            case DENIED -> finished.and(one -> one.isDecided() && one.isDenied());
        };
    }

    private static boolean inPeriod(LocalDate day) {
        return !day.isBefore(PERIOD.from()) && !day.isAfter(PERIOD.to());
    }

    private void assertFigures(Scope scope) {
        var figures = supervision.figures(scope, PERIOD);
        var mine = all.stream()
                .filter(one -> scope.everything()
                        || scope.departments().contains(one.file().owner()))
                .toList();
        assertThat(figures.asOf()).isEqualTo(TODAY);
        assertThat(figures.rechecked()).isEqualTo(count(mine, Listing.RECHECKED));
        assertGroup(figures.all(), mine);
        assertGroups(figures.items(), mine, one -> one.file().itemCode());
        assertGroups(figures.departments(), mine, one -> one.file().owner());
        assertGroups(figures.windows(), mine, one -> one.file().window());
        assertWeeks(figures.weeks(), mine);
    }

    private void assertGroups(List<Figures.Group> groups, List<Known> mine, Function<Known, String> code) {
        Map<String, List<Known>> expected = mine.stream()
                .filter(one -> one.isOpen() || in(Listing.FINISHED).test(one))
                .collect(Collectors.groupingBy(code));
        assertThat(groups).extracting(Figures.Group::code).containsExactlyInAnyOrderElementsOf(expected.keySet());
        groups.forEach(group -> assertGroup(group, expected.get(group.code())));
    }

    private void assertGroup(Figures.Group group, List<Known> cases) {
        var open = group.open();
        var finished = group.finished();
        var counted = Map.ofEntries(
                Map.entry(Listing.OPEN, open.total()),
                Map.entry(Listing.UNACCEPTED, open.unaccepted()),
                Map.entry(Listing.GREEN, open.of(Lamp.GREEN)),
                Map.entry(Listing.YELLOW, open.of(Lamp.YELLOW)),
                Map.entry(Listing.RED, open.of(Lamp.RED)),
                Map.entry(Listing.PAUSED, open.of(Lamp.PAUSED)),
                Map.entry(Listing.READY, open.of(Lamp.DONE)),
                Map.entry(Listing.DUE_TODAY, open.dueToday()),
                Map.entry(Listing.DUE_NEXT, open.dueNext()),
                Map.entry(Listing.MISSED, open.missed()),
                Map.entry(Listing.FINISHED, finished.total()),
                Map.entry(Listing.DECIDED, finished.decided()),
                Map.entry(Listing.ON_TIME, finished.onTime()),
                Map.entry(Listing.LATE, finished.late()),
                Map.entry(Listing.CORRECTED, finished.corrected()),
                Map.entry(Listing.SENT_BACK, finished.sentBack()),
                Map.entry(Listing.RETURNED, finished.returned()),
                Map.entry(Listing.WITHDRAWN, finished.withdrawn()),
                Map.entry(Listing.DENIED, finished.denied()));
        counted.forEach((listing, number) ->
                assertThat(number).as("%s of %s", listing, group.code()).isEqualTo(count(cases, listing)));
        assertThat(group.onTime().due()).isEqualTo(count(cases, Listing.DECIDED) + count(cases, Listing.MISSED));
        assertThat(finished.accurateShare())
                .isEqualTo(new Share(
                        sum(cases, in(Listing.DECIDED).and(one -> !one.sentBack())),
                        sum(cases, in(Listing.FINISHED).and(one -> one.isDecided() || one.sentBack()))));
        assertDays(finished, cases);
    }

    /** Items whose promise is given in working days: what the ledger counted is what the decision took. */
    private void assertDays(FinishedCount finished, List<Known> cases) {
        var days = cases.stream()
                .filter(in(Listing.DECIDED))
                .map(one -> one.clock().used())
                .sorted()
                .toList();
        if (days.isEmpty()) {
            assertThat(finished.averageDays()).isEmpty();
            assertThat(finished.ninetiethDays()).isEmpty();
            return;
        }
        var sum = days.stream().mapToInt(Integer::intValue).sum();
        assertThat(finished.averageDays())
                .contains(BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(days.size()), 1, RoundingMode.HALF_UP));
        assertThat(finished.ninetiethDays()).hasValue(days.get((int) Math.ceil(days.size() * 0.9) - 1));
    }

    private int count(List<Known> cases, Listing listing) {
        return (int) cases.stream().filter(in(listing)).count();
    }

    private static void assertWeeks(List<Figures.Week> weeks, List<Known> mine) {
        assertThat(weeks).hasSize(26);
        assertThat(weeks.get(25).monday()).isEqualTo(TODAY.with(DayOfWeek.MONDAY));
        for (var week : weeks) {
            Predicate<LocalDate> within = day -> !day.isBefore(week.monday()) && !day.isAfter(week.sunday());
            Predicate<Known> finished = one -> one.finishedOn().filter(within).isPresent();
            assertThat(week)
                    .isEqualTo(new Figures.Week(
                            week.monday(),
                            sum(mine, one -> within.test(one.file().receivedOn())),
                            sum(mine, finished),
                            sum(mine, finished.and(Known::isDecided)),
                            sum(mine, finished.and(Known::isOnTime))));
        }
    }

    private static int sum(List<Known> cases, Predicate<Known> counted) {
        return (int) cases.stream().filter(counted).count();
    }
}
