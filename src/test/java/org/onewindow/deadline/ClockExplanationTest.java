package org.onewindow.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.deadline.ClockEvent.accepted;
import static org.onewindow.deadline.ClockEvent.correctionNotified;
import static org.onewindow.deadline.ClockEvent.correctionSubmitted;
import static org.onewindow.deadline.ClockEvent.decided;
import static org.onewindow.deadline.ClockEvent.deemedAccepted;
import static org.onewindow.deadline.ClockEvent.delivered;
import static org.onewindow.deadline.ClockEvent.extended;
import static org.onewindow.deadline.ClockEvent.received;
import static org.onewindow.deadline.ClockEvent.specialProcedureEnded;
import static org.onewindow.deadline.ClockEvent.withdrawn;
import static org.onewindow.deadline.ExplainedPeriod.Kind.CORRECTION;
import static org.onewindow.deadline.ExplainedPeriod.Kind.DELIVERY;
import static org.onewindow.deadline.ExplainedPeriod.Kind.NOTICE;
import static org.onewindow.deadline.ExplainedPeriod.Kind.PROMISED;
import static org.onewindow.deadline.ExplainedPeriod.Kind.STATUTORY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.onewindow.calendar.CalendarFiles;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.deadline.ExplainedPeriod.Kind;
import org.onewindow.deadline.ExplainedPeriod.Outcome;

/** The examples that a person can check against a wall calendar. */
class ClockExplanationTest {

    private static final WorkingCalendar CALENDAR =
            CalendarFiles.load(CalendarFiles.DEFAULT_LOCATION, LocalTime.of(17, 0));
    private static final ClockRules TWENTY_SEVEN = ClockRules.of(20, 7);

    @Test
    void fiveWorkingDaysOverTheSpringFestival() {
        var notice = explain(TWENTY_SEVEN, "2026-02-12", received(day("2026-02-12")))
                .period(NOTICE)
                .orElseThrow();
        assertThat(lines(notice))
                .containsExactly(
                        "2026-02-12 周四 - 第0日（收件）",
                        "2026-02-13 周五 1",
                        "2026-02-14 周六 2 春节调休上班（国办发明电〔2025〕7号）",
                        "2026-02-15 周日 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-16 周一 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-17 周二 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-18 周三 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-19 周四 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-20 周五 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-21 周六 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-22 周日 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-23 周一 - 春节（国办发明电〔2025〕7号）",
                        "2026-02-24 周二 3",
                        "2026-02-25 周三 4",
                        "2026-02-26 周四 5");
        assertThat(notice.due()).contains(day("2026-02-26"));
        assertThat(notice.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(notice.basis()).contains("第三十二条");
    }

    @Test
    void aPauseIsNamedWithItsNotice() {
        var promised = explain(
                        TWENTY_SEVEN,
                        "2026-03-12",
                        received(march(2)),
                        accepted(march(2)),
                        expertReview(march(4)),
                        specialProcedureEnded(march(10)))
                .period(PROMISED)
                .orElseThrow();
        assertThat(lines(promised))
                .containsExactly(
                        "2026-03-02 周一 - 第0日（受理）",
                        "2026-03-03 周二 1",
                        "2026-03-04 周三 2",
                        "2026-03-05 周四 - 专家评审暂停（告知书 昆卫特告〔2026〕1号）",
                        "2026-03-06 周五 - 专家评审暂停（告知书 昆卫特告〔2026〕1号）",
                        "2026-03-07 周六 - 专家评审暂停（告知书 昆卫特告〔2026〕1号）",
                        "2026-03-08 周日 - 专家评审暂停（告知书 昆卫特告〔2026〕1号）",
                        "2026-03-09 周一 - 专家评审暂停（告知书 昆卫特告〔2026〕1号）",
                        "2026-03-10 周二 - 专家评审暂停（告知书 昆卫特告〔2026〕1号）",
                        "2026-03-11 周三 3",
                        "2026-03-12 周四 4",
                        "2026-03-13 周五 5",
                        "2026-03-14 周六 - 周末",
                        "2026-03-15 周日 - 周末",
                        "2026-03-16 周一 6",
                        "2026-03-17 周二 7");
        assertThat(promised.counted()).isEqualTo(4);
        assertThat(promised.left()).isEqualTo(3);
    }

    @Test
    void whileAProcedureRunsThereIsNoDueDateButTheDaysSoFar() {
        var explanation =
                explain(TWENTY_SEVEN, "2026-03-09", received(march(2)), accepted(march(2)), expertReview(march(4)));
        assertThat(explanation.period(PROMISED)).hasValueSatisfying(promised -> {
            assertThat(promised.due()).isEmpty();
            assertThat(promised.outcome()).isEqualTo(Outcome.PAUSED);
            assertThat(promised.counted()).isEqualTo(2);
            assertThat(promised.days()).last().extracting(ExplainedDay::date).isEqualTo(march(9));
        });
        assertThat(explanation.period(STATUTORY)).hasValueSatisfying(statutory -> {
            assertThat(statutory.due()).isEmpty();
            assertThat(statutory.basis()).contains("第四十二条", "第四十五条");
        });
    }

    @Test
    void anExtensionIsShownWithBothDeadlines() {
        var explanation =
                explain(TWENTY_SEVEN, "2026-03-05", received(march(2)), accepted(march(2)), extended(march(5), 10));
        assertThat(explanation.period(PROMISED)).hasValueSatisfying(promised -> {
            assertThat(promised.length()).isEqualTo(7);
            assertThat(promised.extensionDays()).isEqualTo(10);
            assertThat(promised.total()).isEqualTo(17);
            assertThat(promised.due()).contains(march(25));
        });
        assertThat(explanation.period(STATUTORY).orElseThrow().due()).contains(day("2026-04-14"));
    }

    @Test
    void calendarDaysCountWeekendsAndHolidays() {
        var promised = explain(
                        TWENTY_SEVEN.countingIn(DayUnit.CALENDAR_DAYS),
                        "2026-04-02",
                        received(day("2026-04-02")),
                        accepted(day("2026-04-02")))
                .period(PROMISED)
                .orElseThrow();
        assertThat(promised.days().stream().skip(1)).allMatch(ExplainedDay::counts);
        assertThat(promised.due()).contains(day("2026-04-09"));
        assertThat(promised.unit().label()).isEqualTo("自然日");
    }

    @Test
    void aPeriodFromTheReceiptSaysSo() {
        var rules = ClockRules.of(7, 3).startingOn(ClockStart.RECEIPT);
        var statutory = explain(rules, "2026-03-06", received(march(2)), accepted(march(4)))
                .period(STATUTORY)
                .orElseThrow();
        assertThat(statutory.start()).isEqualTo(march(2));
        assertThat(statutory.startedBy()).isEqualTo("收件，该事项自收到申请之日起算");
        assertThat(statutory.basis()).contains("另有规定");
        assertThat(statutory.due()).contains(march(11));
    }

    @Test
    void aNoticePeriodThatRanOutMadeTheReceiptTheAcceptance() {
        for (var events : List.of(
                List.of(received(march(2))),
                List.of(received(march(2)), deemedAccepted(march(9))),
                List.of(received(march(2)), accepted(march(10))))) {
            var explanation = ClockExplanation.of(TWENTY_SEVEN, events, march(10), CALENDAR);
            assertThat(explanation.period(NOTICE)).hasValueSatisfying(notice -> {
                assertThat(notice.outcome()).isEqualTo(Outcome.LAPSED);
                assertThat(notice.endedOn()).contains(march(9));
            });
            assertThat(explanation.period(PROMISED)).hasValueSatisfying(promised -> {
                assertThat(promised.start()).isEqualTo(march(2));
                assertThat(promised.startedBy()).isEqualTo("收件，告知期限届满，自此日视为受理");
                assertThat(promised.counted()).isEqualTo(6);
            });
        }
    }

    @Test
    void theApplicantsTimeForACorrectionIsAPeriodOfItsOwn() {
        var rules = TWENTY_SEVEN.withCorrectionDays(OptionalInt.of(15));
        var events = List.of(received(march(2)), correctionNotified(march(4)));
        var explanation = ClockExplanation.of(rules, events, march(5), CALENDAR);
        assertThat(kinds(explanation)).containsExactly(NOTICE, CORRECTION);
        assertThat(explanation.period(NOTICE).orElseThrow().outcome()).isEqualTo(Outcome.ON_TIME);
        assertThat(explanation.period(CORRECTION).orElseThrow().due()).contains(march(25));
        assertThat(explanation.period(CORRECTION).orElseThrow().outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(ClockExplanation.of(rules, events, march(26), CALENDAR)
                        .period(CORRECTION)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.OVERRUN);
    }

    @Test
    void afterACorrectionItsSubmissionIsDayZero() {
        var promised = explain(
                        TWENTY_SEVEN,
                        "2026-03-20",
                        received(march(2)),
                        correctionNotified(march(4)),
                        correctionSubmitted(march(18)),
                        accepted(march(20)))
                .period(PROMISED)
                .orElseThrow();
        assertThat(promised.start()).isEqualTo(march(18));
        assertThat(promised.startedBy()).isEqualTo("补正提交，即受理日期");
    }

    @Test
    void aDeadlineInAYearWithoutNoticeIsProvisionalAndSaysWhy() {
        var explanation = explain(TWENTY_SEVEN, "2026-12-21", received(day("2026-12-21")), accepted(day("2026-12-21")));
        assertThat(explanation.period(STATUTORY)).hasValueSatisfying(statutory -> {
            assertThat(statutory.provisional()).isTrue();
            assertThat(statutory.note())
                    .hasValueSatisfying(note -> assertThat(note).contains("2027年", "只知道周末", "暂定"));
        });
        assertThat(explanation.period(PROMISED)).hasValueSatisfying(promised -> {
            assertThat(promised.provisional()).isFalse();
            assertThat(promised.note()).isEmpty();
        });
    }

    @Test
    void aPeriodEndsInTimeOrLateOrGoesOnOverdue() {
        var accepted = List.of(received(march(2)), accepted(march(2)));
        assertThat(outcomes(accepted, march(11))).containsExactly(Outcome.ON_TIME, Outcome.RUNNING, Outcome.RUNNING);
        assertThat(outcomes(accepted, march(12))).containsExactly(Outcome.ON_TIME, Outcome.OVERRUN, Outcome.RUNNING);

        var decided = List.of(received(march(2)), accepted(march(2)), decided(march(12)));
        assertThat(outcomes(decided, march(20)))
                .containsExactly(Outcome.ON_TIME, Outcome.LATE, Outcome.ON_TIME, Outcome.RUNNING);
        assertThat(outcomes(decided, march(27))).last().isEqualTo(Outcome.OVERRUN);

        var delivered = List.of(received(march(2)), accepted(march(2)), decided(march(12)), delivered(march(27)));
        assertThat(outcomes(delivered, march(30))).last().isEqualTo(Outcome.LATE);
        assertThat(ClockExplanation.of(TWENTY_SEVEN, delivered, march(30), CALENDAR)
                        .period(DELIVERY)
                        .orElseThrow()
                        .basis())
                .contains("第四十四条");
    }

    @Test
    void aWithdrawalStopsThePeriods() {
        assertThat(outcomes(List.of(received(march(2)), withdrawn(march(4))), march(20)))
                .containsExactly(Outcome.WITHDRAWN);
        assertThat(outcomes(List.of(received(march(2)), accepted(march(3)), withdrawn(march(4))), march(20)))
                .containsExactly(Outcome.ON_TIME, Outcome.WITHDRAWN, Outcome.WITHDRAWN);
    }

    @Test
    void anItemWithoutStatutoryLimitHasNone() {
        var explanation =
                explain(ClockRules.of(ClockRules.UNLIMITED, 0), "2026-03-02", received(march(2)), accepted(march(2)));
        assertThat(kinds(explanation)).containsExactly(NOTICE, PROMISED);
        assertThat(explanation.period(PROMISED).orElseThrow().days()).hasSize(1);
    }

    @Test
    void whatWasPutRightIsExplainedAndNotTheMistake() {
        var entries = List.of(
                entry(1, received(march(2)), Optional.empty()),
                entry(2, accepted(march(2)), Optional.empty()),
                entry(3, expertReview(march(4)), Optional.empty()),
                entry(4, specialProcedureEnded(march(16)), Optional.empty()),
                entry(5, specialProcedureEnded(march(10)), Optional.of(4L)));
        var promised = ClockExplanation.of(new ClockBook(TWENTY_SEVEN, entries), march(16), CALENDAR)
                .period(PROMISED)
                .orElseThrow();
        assertThat(promised.due()).contains(march(17));
    }

    private static LedgerEntry entry(long id, ClockEvent event, Optional<Long> reverses) {
        return new LedgerEntry(id, Optional.of(event), Instant.EPOCH, "zhaogang", reverses, Optional.empty());
    }

    private static ClockEvent expertReview(LocalDate on) {
        return new ClockEvent.SpecialProcedureStarted(
                on, SpecialProcedure.EXPERT_REVIEW, Optional.of("昆卫特告〔2026〕1号"), OptionalInt.of(5));
    }

    private static ClockExplanation explain(ClockRules rules, String asOf, ClockEvent... events) {
        return ClockExplanation.of(rules, List.of(events), day(asOf), CALENDAR);
    }

    private static List<Outcome> outcomes(List<ClockEvent> events, LocalDate asOf) {
        return ClockExplanation.of(TWENTY_SEVEN, events, asOf, CALENDAR).periods().stream()
                .map(ExplainedPeriod::outcome)
                .toList();
    }

    private static List<Kind> kinds(ClockExplanation explanation) {
        return explanation.periods().stream().map(ExplainedPeriod::kind).toList();
    }

    private static List<String> lines(ExplainedPeriod period) {
        return period.days().stream()
                .map(day -> (day.date() + " " + day.weekday() + " "
                                + (day.counts() ? day.number().getAsInt() : "-") + " " + day.reason())
                        .strip())
                .toList();
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
