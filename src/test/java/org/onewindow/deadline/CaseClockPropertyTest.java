package org.onewindow.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.time.api.Dates;
import org.onewindow.calendar.CalendarFiles;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.DayByDayClock.Answer;
import org.onewindow.deadline.Histories.History;

class CaseClockPropertyTest {

    private static final WorkingCalendar CALENDAR =
            CalendarFiles.load(CalendarFiles.DEFAULT_LOCATION, LocalTime.of(17, 0));

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void theClockAgreesWithAWalkDayByDay(@ForAll("histories") History history) {
        var expected = DayByDayClock.replay(history.rules(), history.events(), history.asOf(), CALENDAR);
        var actual = replay(history, history.asOf());

        assertThat(actual.map(Answer::of)).isEqualTo(expected);
        Statistics.label("possible").collect(expected.isPresent()).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 30);
            coverage.check(false).percentage(share -> share > 10);
        });
        Statistics.label("lamp")
                .collect(expected.map(answer -> String.valueOf(answer.lamp())).orElse("impossible"))
                .coverage(coverage -> List.of("GREEN", "YELLOW", "RED", "PAUSED", "DONE", "null")
                        .forEach(lamp -> coverage.check(lamp).count(count -> count > 100)));
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void anyPrefixReplayedAgreesWithTheRunningClock(
            @ForAll("histories") History history, @ForAll @IntRange(max = 40) int later) {
        var clock = new CaseClock(history.rules(), CALENDAR);
        var prefix = new ArrayList<ClockEvent>();
        for (var event : history.events()) {
            prefix.add(event);
            var day = event.on().plusDays(later);
            var next = after(clock, event);
            var replayed = replay(new History(history.rules(), prefix, day), LocalDate.of(9999, 1, 1));

            assertThat(replayed.isPresent()).isEqualTo(next.isPresent());
            if (next.isEmpty()) {
                return;
            }
            clock = next.get();
            assertThat(clock.asOf(day)).isEqualTo(CaseClock.replay(history.rules(), prefix, day, CALENDAR));
        }
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void aForecastShowsTheLampThatTheLedgerWillTell(
            @ForAll("histories") History history, @ForAll @IntRange(max = 60) int later) {
        var clock = Optional.of(new CaseClock(history.rules(), CALENDAR));
        for (var event : history.events()) {
            clock = clock.flatMap(before -> after(before, event));
            clock.ifPresent(then -> {
                var forecast = then.forecast();
                var day = event.on().plusDays(later);
                assertThat(forecast.lamp(day)).isEqualTo(then.asOf(day).lamp());
                assertThat(forecast.lamp(event.on().minusDays(1)))
                        .as("a receipt after hours is dated on the next working day and shown at once")
                        .isEqualTo(then.asOf(event.on()).lamp());
            });
        }
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void whatComesLaterDoesNotChangeAnEarlierDay(@ForAll("histories") History history) {
        var happened = history.events().stream()
                .filter(event -> !event.on().isAfter(history.asOf()))
                .toList();
        var until = new History(history.rules(), happened, history.asOf());

        assertThat(replay(history, history.asOf())).isEqualTo(replay(until, history.asOf()));
    }

    private static Optional<CaseClock> after(CaseClock clock, ClockEvent event) {
        try {
            return Optional.of(clock.after(event));
        } catch (ImpossibleClockEvent e) {
            return Optional.empty();
        }
    }

    @Property
    void aPauseOfKDaysMovesTheDueDatesByExactlyK(
            @ForAll("acceptances") LocalDate acceptedOn,
            @ForAll("rules") ClockRules rules,
            @ForAll @IntRange(max = 40) int pausedAfter,
            @ForAll @IntRange(max = 60) int pausedFor) {
        var from = acceptedOn.plusDays(pausedAfter);
        var until = from.plusDays(pausedFor);
        var plain = List.of(ClockEvent.received(acceptedOn), ClockEvent.accepted(acceptedOn));
        var paused = new ArrayList<>(plain);
        paused.add(ClockEvent.specialProcedureStarted(from, SpecialProcedure.QUARANTINE));
        paused.add(ClockEvent.specialProcedureEnded(until));
        var before = CaseClock.replay(rules, plain, until, CALENDAR);
        var after = CaseClock.replay(rules, paused, until, CALENDAR);
        int k = rules.unit().between(CALENDAR, from, until);

        assertMoved(rules, from, before.statutoryDue(), after.statutoryDue(), k);
        assertMoved(rules, from, before.promisedDue(), after.promisedDue(), k);
        Statistics.label("moves")
                .collect(from.isBefore(before.statutoryDue().orElseThrow()) && k > 0)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 15));
    }

    private static void assertMoved(
            ClockRules rules, LocalDate from, Optional<LocalDate> before, Optional<LocalDate> after, int k) {
        var due = before.orElseThrow();
        int expected = from.isBefore(due) ? k : 0;
        assertThat(rules.unit().between(CALENDAR, due, after.orElseThrow())).isEqualTo(expected);
    }

    @Property
    void theOrderOfIndependentPausesDoesNotMatter(
            @ForAll("acceptances") LocalDate start,
            @ForAll("pauses") List<int[]> pauses,
            @ForAll @IntRange(max = 40) int days,
            @ForAll Random random) {
        var list = new ArrayList<Pause>();
        for (var pause : pauses) {
            var from = start.plusDays(pause[0]);
            list.add(new Pause(
                    SpecialProcedure.HEARING,
                    Optional.empty(),
                    OptionalInt.empty(),
                    from,
                    Optional.of(from.plusDays(pause[1]))));
        }
        var ordered = new DecisionPeriod(start, DayUnit.WORKING_DAYS, list, 0);
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        var other = new DecisionPeriod(start, DayUnit.WORKING_DAYS, shuffled, 0);

        assertThat(other.due(CALENDAR, days)).isEqualTo(ordered.due(CALENDAR, days));
        assertThat(ordered.due(CALENDAR, days)).contains(walk(start, list, days));
        var due = walk(start, list, days);
        assertThat(other.counted(CALENDAR, due)).isEqualTo(days);
    }

    /** Overlapping pauses leave a day out once. */
    private static LocalDate walk(LocalDate start, List<Pause> pauses, int days) {
        var day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            var candidate = day;
            boolean counts = CALENDAR.isWorkingDay(day) && pauses.stream().noneMatch(pause -> pause.covers(candidate));
            left -= counts ? 1 : 0;
        }
        return day;
    }

    @Property
    void twoPausesMayChangePlaces(
            @ForAll("acceptances") LocalDate acceptedOn,
            @ForAll @IntRange(max = 15) int one,
            @ForAll @IntRange(max = 15) int other) {
        assertThat(dueAfterPauses(acceptedOn, one, other)).isEqualTo(dueAfterPauses(acceptedOn, other, one));
    }

    /** Pauses of so many working days, each after three counted days. */
    private static LocalDate dueAfterPauses(LocalDate acceptedOn, int... workingDays) {
        var events = new ArrayList<>(List.of(ClockEvent.received(acceptedOn), ClockEvent.accepted(acceptedOn)));
        var day = acceptedOn;
        for (int length : workingDays) {
            day = CALENDAR.add(day, 3);
            events.add(ClockEvent.specialProcedureStarted(day, SpecialProcedure.TESTING));
            day = CALENDAR.add(day, length);
            events.add(ClockEvent.specialProcedureEnded(day));
        }
        return CaseClock.replay(ClockRules.of(20, 7), events, day, CALENDAR)
                .statutoryDue()
                .orElseThrow();
    }

    @Property
    void theWarningIsTheFirstYellowDay(@ForAll("acceptances") LocalDate acceptedOn, @ForAll("rules") ClockRules rules) {
        var clock = new CaseClock(rules, CALENDAR)
                .after(ClockEvent.received(acceptedOn))
                .after(ClockEvent.accepted(acceptedOn));
        var near = clock.asOf(acceptedOn).alarms().stream()
                .filter(alarm -> alarm.kind() == ClockAlarm.Kind.PROMISE_NEAR)
                .findFirst();
        if (near.isEmpty()) {
            assertThat(clock.asOf(acceptedOn).lamp())
                    .as("yellow from the first moment")
                    .contains(Lamp.YELLOW);
            return;
        }
        var warning = near.get().on();
        assertThat(clock.asOf(warning).lamp()).contains(Lamp.YELLOW);
        assertThat(clock.asOf(warning.minusDays(1)).lamp()).contains(Lamp.GREEN);
    }

    private static Optional<ClockState> replay(History history, LocalDate day) {
        try {
            return Optional.of(CaseClock.replay(history.rules(), history.events(), day, CALENDAR));
        } catch (ImpossibleClockEvent e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.histories();
    }

    @Provide
    Arbitrary<ClockRules> rules() {
        return Histories.rules();
    }

    @Provide
    Arbitrary<LocalDate> acceptances() {
        return Dates.dates().between(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31));
    }

    /** Each as days from the acceptance to its start, and its length in days; they may overlap. */
    @Provide
    Arbitrary<List<int[]>> pauses() {
        return Arbitraries.integers()
                .between(0, 40)
                .array(int[].class)
                .ofSize(2)
                .list()
                .ofMaxSize(6);
    }
}
