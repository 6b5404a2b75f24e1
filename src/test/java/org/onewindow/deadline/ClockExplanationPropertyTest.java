package org.onewindow.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.onewindow.calendar.CalendarFiles;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.Histories.History;

/** Whatever happened, the days that are explained lead to the dates that the clock says. */
class ClockExplanationPropertyTest {

    private static final WorkingCalendar CALENDAR =
            CalendarFiles.load(CalendarFiles.DEFAULT_LOCATION, LocalTime.of(17, 0));

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void thePeriodsAreTheClocksOwn(@ForAll("histories") History history) {
        var explained = explain(history);
        explained.ifPresent(explanation -> {
            var state = explanation.state();
            assertThat(dues(explanation)).isEqualTo(dues(state));
            assertThat(explanation.period(ExplainedPeriod.Kind.NOTICE).isPresent())
                    .isEqualTo(state.checkFrom().isPresent());
            assertThat(explanation.period(ExplainedPeriod.Kind.PROMISED).isPresent())
                    .isEqualTo(state.period().isPresent());
            assertThat(explanation.period(ExplainedPeriod.Kind.STATUTORY).isPresent())
                    .isEqualTo(state.period().isPresent());
            explanation.period(ExplainedPeriod.Kind.STATUTORY).ifPresent(statutory -> {
                assertThat(statutory.counted()).isEqualTo(state.used());
                assertThat(statutory.left()).isEqualTo(state.left().orElseThrow());
                assertThat(statutory.outcome() == ExplainedPeriod.Outcome.OVERRUN
                                || statutory.outcome() == ExplainedPeriod.Outcome.LATE)
                        .isEqualTo(state.statutoryOverrun());
            });
            if (history.rules().unit() == DayUnit.WORKING_DAYS) {
                assertThat(explanation.periods().stream().anyMatch(ExplainedPeriod::provisional))
                        .isEqualTo(state.provisional());
            }
        });
        Statistics.label("possible").collect(explained.isPresent()).coverage(coverage -> coverage.check(true)
                .percentage(share -> share > 30));
        Statistics.label("phase")
                .collect(explained.map(e -> e.state().phase().name()).orElse("impossible"))
                .coverage(coverage -> List.of("CHECKING", "CORRECTING", "HANDLING", "PAUSED", "DECIDED", "DELIVERED")
                        .forEach(phase -> coverage.check(phase).count(count -> count > 50)));
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void theLastDayThatCountsIsTheDueDate(@ForAll("histories") History history) {
        explain(history).ifPresent(explanation -> explanation.periods().forEach(period -> {
            var days = period.days();
            var last = days.get(days.size() - 1);
            assertThat(last.date())
                    .isEqualTo(period.due().orElse(explanation.state().asOf()));
            if (period.due().isPresent()) {
                assertThat(last.number().orElse(0)).isEqualTo(period.total());
                assertThat(days.stream().filter(ExplainedDay::counts).count()).isEqualTo(period.total());
            } else {
                assertThat(days.stream().filter(ExplainedDay::counts).count()).isEqualTo(period.counted());
            }
        }));
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void everyDayIsThereOnceAndSaysWhatIsTrueOfIt(@ForAll("histories") History history) {
        explain(history).ifPresent(explanation -> explanation.periods().forEach(period -> {
            int number = 0;
            var expected = period.start();
            for (var day : period.days()) {
                assertThat(day.date()).isEqualTo(expected);
                expected = expected.plusDays(1);
                number += day.counts() ? 1 : 0;
                if (day.counts()) {
                    assertThat(day.number()).hasValue(number);
                }
                saysWhatIsTrue(day, period, pauses(explanation, period));
            }
        }));
    }

    private static void saysWhatIsTrue(ExplainedDay day, ExplainedPeriod period, List<Pause> pauses) {
        var date = day.date();
        boolean ofTheUnit = period.unit() == DayUnit.CALENDAR_DAYS || CALENDAR.isWorkingDay(date);
        boolean paused = pauses.stream().anyMatch(pause -> pause.covers(date));
        if (day.kind() == ExplainedDay.Kind.DAY_ZERO) {
            assertThat(date).isEqualTo(period.start());
            assertThat(day.counts()).isFalse();
            return;
        }
        assertThat(day.counts()).isEqualTo(ofTheUnit && !paused);
        assertThat(day.kind() == ExplainedDay.Kind.PAUSE).isEqualTo(paused);
        switch (day.kind()) {
            case COUNTS -> assertThat(day.reason()).isEmpty();
            case MAKE_UP ->
                assertThat(day.reason())
                        .contains(
                                "调休上班",
                                CALENDAR.makeUpWorkday(date).orElseThrow().notice());
            case WEEKEND -> assertThat(date.getDayOfWeek().getValue()).isGreaterThan(5);
            case HOLIDAY -> assertThat(day.reason()).contains("国办发明电");
            case PAUSE -> assertThat(day.reason()).contains("暂停");
            case DAY_ZERO -> throw new AssertionError(day);
        }
    }

    /** Only the decision period pauses. */
    private static List<Pause> pauses(ClockExplanation explanation, ExplainedPeriod period) {
        return switch (period.kind()) {
            case PROMISED, STATUTORY ->
                explanation.state().period().orElseThrow().pauses();
            case NOTICE, CORRECTION, DELIVERY -> List.of();
        };
    }

    private static Map<ExplainedPeriod.Kind, LocalDate> dues(ClockExplanation explanation) {
        var dues = new HashMap<ExplainedPeriod.Kind, LocalDate>();
        explanation.periods().forEach(period -> period.due().ifPresent(due -> dues.put(period.kind(), due)));
        return dues;
    }

    private static Map<ExplainedPeriod.Kind, LocalDate> dues(ClockState state) {
        var dues = new HashMap<ExplainedPeriod.Kind, LocalDate>();
        state.noticeDue().ifPresent(due -> dues.put(ExplainedPeriod.Kind.NOTICE, due));
        state.correctionDue().ifPresent(due -> dues.put(ExplainedPeriod.Kind.CORRECTION, due));
        state.promisedDue().ifPresent(due -> dues.put(ExplainedPeriod.Kind.PROMISED, due));
        state.statutoryDue().ifPresent(due -> dues.put(ExplainedPeriod.Kind.STATUTORY, due));
        state.deliveryDue().ifPresent(due -> dues.put(ExplainedPeriod.Kind.DELIVERY, due));
        return dues;
    }

    private static Optional<ClockExplanation> explain(History history) {
        try {
            return Optional.of(ClockExplanation.of(history.rules(), history.events(), history.asOf(), CALENDAR));
        } catch (ImpossibleClockEvent impossible) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.histories();
    }
}
