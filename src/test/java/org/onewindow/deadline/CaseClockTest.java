package org.onewindow.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.onewindow.deadline.ClockEvent.accepted;
import static org.onewindow.deadline.ClockEvent.correctionNotified;
import static org.onewindow.deadline.ClockEvent.correctionSubmitted;
import static org.onewindow.deadline.ClockEvent.decided;
import static org.onewindow.deadline.ClockEvent.deemedAccepted;
import static org.onewindow.deadline.ClockEvent.delivered;
import static org.onewindow.deadline.ClockEvent.extended;
import static org.onewindow.deadline.ClockEvent.notAccepted;
import static org.onewindow.deadline.ClockEvent.received;
import static org.onewindow.deadline.ClockEvent.specialProcedureEnded;
import static org.onewindow.deadline.ClockEvent.specialProcedureStarted;
import static org.onewindow.deadline.ClockEvent.withdrawn;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.calendar.CalendarFiles;
import org.onewindow.calendar.WorkingCalendar;

/** One rule of the clocks a test. March 2026 has no holidays: the 2nd, 9th, 16th, 23rd and 30th are Mondays. */
class CaseClockTest {

    private static final WorkingCalendar CALENDAR =
            CalendarFiles.load(CalendarFiles.DEFAULT_LOCATION, LocalTime.of(17, 0));
    private static final ClockRules TWENTY_SEVEN = ClockRules.of(20, 7);

    @Nested
    class Notice {

        @Test
        void nothingIsKnownBeforeTheReceipt() {
            var state = at("2026-03-01", received(march(2)));
            assertThat(state.phase()).isEqualTo(ClockPhase.NOT_RECEIVED);
            assertThat(state.noticeDue()).isEmpty();
            assertThat(state.lamp()).isEmpty();
            assertThat(state.left()).hasValue(20);
        }

        @Test
        void theNoticePeriodIsFiveWorkingDaysFromTheReceipt() {
            var state = at("2026-02-12", received(LocalDate.parse("2026-02-12")));
            assertThat(state.noticeDue()).contains(LocalDate.parse("2026-02-26"));
            assertThat(state.phase()).isEqualTo(ClockPhase.CHECKING);
            assertThat(state.statutoryDue()).isEmpty();
            assertThat(state.used()).isZero();
        }

        @Test
        void anAcceptanceOnTheFifthDayIsInTime() {
            var state = at("2026-03-09", received(march(2)), accepted(march(9)));
            assertThat(state.acceptedOn()).contains(march(9));
        }

        @Test
        void theFifthDayItselfIsNoLapse() {
            assertThat(at("2026-03-09", received(march(2))).acceptedOn()).isEmpty();
        }

        @Test
        void aLapseMakesTheReceiptTheAcceptanceAndItsDaysAreUsed() {
            var state = at("2026-03-10", received(march(2)));
            assertThat(state.acceptedOn()).contains(march(2));
            assertThat(state.used()).isEqualTo(6);
            assertThat(state.statutoryDue()).contains(march(30));
            assertThat(state.promisedDue()).contains(march(11));
            assertThat(state.lamp()).contains(Lamp.YELLOW);
        }

        @Test
        void aWeekendAfterTheFifthDayIsEnoughForTheLapse() {
            assertThat(at("2026-03-14", received(march(6))).acceptedOn()).contains(march(6));
        }

        @Test
        void anAcceptanceAfterTheLapseChangesNothing() {
            var lapsed = at("2026-03-16", received(march(2)));
            assertThat(at("2026-03-16", received(march(2)), accepted(march(12))))
                    .isEqualTo(lapsed);
            assertThat(at("2026-03-16", received(march(2)), deemedAccepted(march(10)), accepted(march(12))))
                    .isEqualTo(lapsed);
        }

        @Test
        void theLapseMayBeRecordedAtCloseOfBusinessOfTheLastDay() {
            var state = at("2026-03-09", received(march(2)), deemedAccepted(march(9)));
            assertThat(state.acceptedOn()).contains(march(2));
        }

        @Test
        void aLapseRecordedTooEarlyIsImpossible() {
            refused("“视为受理”(2026-03-06)", "告知期限 2026-03-09 尚未届满", received(march(2)), deemedAccepted(march(6)));
        }

        @Test
        void aCorrectionCannotBeNotifiedAfterTheLapse() {
            refused(
                    "“补正告知”(2026-03-10)",
                    "告知期限 2026-03-09 届满,已视为受理",
                    received(march(2)),
                    correctionNotified(march(10)));
        }

        @Test
        void aCaseThatIsNotAcceptedInTimeNeverLapses() {
            var state = at("2026-04-20", received(march(2)), notAccepted(march(9)));
            assertThat(state.phase()).isEqualTo(ClockPhase.NOT_ACCEPTED);
            assertThat(state.acceptedOn()).isEmpty();
            assertThat(state.lamp()).isEmpty();
        }

        @Test
        void aSaturdayReceiptIsDayZeroAsItStands() {
            var state = at("2025-09-27", received(LocalDate.parse("2025-09-27")));
            assertThat(state.noticeDue()).contains(LocalDate.parse("2025-10-10"));
        }
    }

    @Nested
    class Correction {

        @Test
        void correctionDoesNotConsumeTheOrgansTime() {
            var state = at(
                    "2026-03-25",
                    received(march(2)),
                    correctionNotified(march(9)),
                    correctionSubmitted(march(23)),
                    accepted(march(25)));
            assertThat(state.acceptedOn()).contains(march(23));
            assertThat(state.used()).isEqualTo(2);
            assertThat(state.promisedDue()).contains(LocalDate.parse("2026-04-01"));
        }

        @Test
        void nothingLapsesWhileTheApplicantCorrects() {
            var state = at("2026-04-30", received(march(2)), correctionNotified(march(9)));
            assertThat(state.phase()).isEqualTo(ClockPhase.CORRECTING);
            assertThat(state.acceptedOn()).isEmpty();
            assertThat(state.noticeDue()).contains(march(9));
        }

        @Test
        void eachSubmissionStartsACheckOfItsOwn() {
            var events = new ClockEvent[] {
                received(march(2)),
                correctionNotified(march(3)),
                correctionSubmitted(march(10)),
                correctionNotified(march(17)),
                correctionSubmitted(march(20))
            };
            assertThat(at("2026-03-20", events).noticeDue()).contains(march(27));
            assertThat(at("2026-03-27", events).acceptedOn()).isEmpty();
            assertThat(at("2026-03-28", events).acceptedOn()).contains(march(20));
        }

        @Test
        void aSubmissionNeedsANotice() {
            refused("“补正提交”", "须先有补正告知", received(march(2)), correctionSubmitted(march(3)));
        }

        @Test
        void acceptanceWaitsForTheCorrection() {
            refused("“受理”", "补正中", received(march(2)), correctionNotified(march(3)), accepted(march(4)));
        }
    }

    @Nested
    class Decision {

        @Test
        void twoDeadlinesRunSideBySideFromTheAcceptance() {
            var state = at("2026-03-02", received(march(2)), accepted(march(2)));
            assertThat(state.statutoryDue()).contains(march(30));
            assertThat(state.promisedDue()).contains(march(11));
            assertThat(state.deliveryDue()).isEmpty();
        }

        @Test
        void anItemMayStartItsClockOnTheReceipt() {
            var rules = ClockRules.of(7, 3).startingOn(ClockStart.RECEIPT);
            var plain = CaseClock.replay(rules, List.of(received(march(2)), accepted(march(5))), march(5), CALENDAR);
            assertThat(plain.acceptedOn()).contains(march(5));
            assertThat(plain.statutoryDue()).contains(march(11));
            assertThat(plain.used()).isEqualTo(3);

            var corrected = CaseClock.replay(
                    rules,
                    List.of(
                            received(march(2)),
                            correctionNotified(march(3)),
                            correctionSubmitted(march(10)),
                            accepted(march(12))),
                    march(12),
                    CALENDAR);
            assertThat(corrected.statutoryDue()).contains(march(19));
        }

        @Test
        void anItemMayCountCalendarDays() {
            var rules = ClockRules.of(30, 7).countingIn(DayUnit.CALENDAR_DAYS);
            var state = CaseClock.replay(rules, List.of(received(march(2)), accepted(march(2))), march(8), CALENDAR);
            assertThat(state.statutoryDue()).contains(LocalDate.parse("2026-04-01"));
            assertThat(state.promisedDue()).contains(march(9));
            assertThat(state.used()).isEqualTo(6);
            assertThat(state.noticeDue())
                    .as("the notice period stays in working days")
                    .contains(march(9));
        }

        @Test
        void anItemWithoutAStatutoryPeriodNeverOverrunsIt() {
            var rules = ClockRules.of(ClockRules.UNLIMITED, 0);
            var state = CaseClock.replay(rules, List.of(received(march(2)), accepted(march(2))), march(31), CALENDAR);
            assertThat(state.statutoryDue()).isEmpty();
            assertThat(state.alarms()).extracting(ClockAlarm::kind).containsExactly(ClockAlarm.Kind.PROMISE_OVERRUN);
            assertThat(state.left()).isEmpty();
            assertThat(state.statutoryOverrun()).isFalse();
            assertThat(state.promisedDue()).contains(march(2));
            assertThat(state.lamp()).contains(Lamp.RED);
        }

        @Test
        void theDecisionStopsTheClockAndStartsTheDelivery() {
            var events = new ClockEvent[] {received(march(2)), accepted(march(2)), decided(march(10))};
            var state = at("2026-05-20", events);
            assertThat(state.used()).isEqualTo(6);
            assertThat(state.left()).hasValue(14);
            assertThat(state.deliveryDue()).contains(march(24));
            assertThat(state.lamp()).contains(Lamp.DONE);
            assertThat(state.statutoryOverrun()).isFalse();
        }

        @Test
        void aLateDecisionIsDoneAndStillAStatutoryOverrun() {
            var state = at("2026-04-10", received(march(2)), accepted(march(2)), decided(march(31)));
            assertThat(state.lamp()).contains(Lamp.DONE);
            assertThat(state.statutoryOverrun()).isTrue();
            assertThat(state.left()).hasValue(-1);
        }

        @Test
        void theStatutoryDayItselfIsNoOverrunTheWeekendAfterItIs() {
            var events = new ClockEvent[] {received(march(6)), accepted(march(6))};
            assertThat(at("2026-04-03", events).statutoryOverrun()).isFalse();
            assertThat(at("2026-04-04", events).statutoryOverrun()).isTrue();
            assertThat(at("2026-04-04", events).left()).hasValue(0);
        }

        @Test
        void aDecisionNeedsAnAcceptance() {
            refused("“决定”(2026-03-04)", "受理审查", received(march(2)), decided(march(4)));
        }

        @Test
        void nothingButDeliveryFollowsTheDecision() {
            var delivered =
                    at("2026-03-20", received(march(2)), accepted(march(3)), decided(march(10)), delivered(march(12)));
            assertThat(delivered.phase()).isEqualTo(ClockPhase.DELIVERED);
            assertThat(delivered.deliveryDue()).contains(march(24));
            refused("“撤件”", "已决定", received(march(2)), accepted(march(3)), decided(march(10)), withdrawn(march(11)));
        }

        @Test
        void aWithdrawalStopsTheClock() {
            var state = at("2026-05-20", received(march(2)), accepted(march(2)), withdrawn(march(4)));
            assertThat(state.used()).isEqualTo(2);
            assertThat(state.lamp()).contains(Lamp.DONE);
            assertThat(state.statutoryOverrun()).isFalse();
            assertThat(state.deliveryDue()).isEmpty();
            assertThat(at("2026-05-20", received(march(2)), withdrawn(march(4))).acceptedOn())
                    .isEmpty();
        }
    }

    @Nested
    class SpecialProcedures {

        private static final ClockEvent[] PAUSED = {
            received(march(2)), accepted(march(2)), specialProcedureStarted(march(5), SpecialProcedure.EXPERT_REVIEW)
        };

        @Test
        void aRunningProcedurePausesTheLampAndHidesTheDueDates() {
            var state = at("2026-04-30", PAUSED);
            assertThat(state.lamp()).contains(Lamp.PAUSED);
            assertThat(state.statutoryDue()).isEmpty();
            assertThat(state.promisedDue()).isEmpty();
            assertThat(state.alarms()).as("a paused case never alarms").isEmpty();
            assertThat(state.used()).as("the day of the start counts").isEqualTo(3);
            assertThat(state.left()).hasValue(17);
            assertThat(state.statutoryOverrun()).isFalse();
        }

        @Test
        void theDaysAfterTheStartUpToTheEndDoNotCount() {
            var state = at(
                    "2026-03-13",
                    received(march(2)),
                    accepted(march(2)),
                    specialProcedureStarted(march(5), SpecialProcedure.TESTING),
                    specialProcedureEnded(march(12)));
            assertThat(state.used()).isEqualTo(4);
            assertThat(state.promisedDue()).contains(march(18));
            assertThat(state.statutoryDue()).contains(LocalDate.parse("2026-04-07"));
        }

        @Test
        void aProcedureOfOneDayPausesNothing() {
            var started = specialProcedureStarted(march(5), SpecialProcedure.HEARING);
            var state =
                    at("2026-03-06", received(march(2)), accepted(march(2)), started, specialProcedureEnded(march(5)));
            assertThat(state.promisedDue()).contains(march(11));
        }

        @Test
        void aProcedureThatStartsOnTheLastDayOrLaterDoesNotUndoTheDueDate() {
            var events = List.of(
                    received(march(2)),
                    accepted(march(2)),
                    specialProcedureStarted(march(30), SpecialProcedure.HEARING));
            var paused = CaseClock.replay(TWENTY_SEVEN, events, LocalDate.parse("2026-04-03"), CALENDAR);
            assertThat(paused.lamp()).contains(Lamp.PAUSED);
            assertThat(paused.statutoryOverrun()).isTrue();
            assertThat(paused.left()).hasValue(0);
        }

        @Test
        void aDecisionWaitsForTheEndOfTheProcedure() {
            refused("“决定”", "特别程序须先结束", PAUSED[0], PAUSED[1], PAUSED[2], decided(march(9)));
        }

        @Test
        void aWithdrawalEndsTheProcedure() {
            var state = at("2026-04-30", PAUSED[0], PAUSED[1], PAUSED[2], withdrawn(march(9)));
            assertThat(state.used()).isEqualTo(3);
            assertThat(state.period().orElseThrow().pauses().get(0).endedOn()).contains(march(9));
        }

        @Test
        void aSecondProcedureWaitsForTheFirst() {
            var second = specialProcedureStarted(march(6), SpecialProcedure.APPRAISAL);
            refused("“特别程序开始”", "同时只有一项特别程序", PAUSED[0], PAUSED[1], PAUSED[2], second);
        }

        @Test
        void anEndNeedsAStart() {
            refused("“特别程序结束”", "须先有特别程序开始", PAUSED[0], PAUSED[1], specialProcedureEnded(march(6)));
        }

        @Test
        void aSiteInspectionIsNoSpecialProcedure() {
            assertThat(SpecialProcedure.named("现场踏勘")).isEmpty();
            assertThat(SpecialProcedure.named("专家评审")).contains(SpecialProcedure.EXPERT_REVIEW);
        }
    }

    @Nested
    class Extension {

        @Test
        void anExtensionMovesBothDeadlines() {
            var state = at("2026-03-20", received(march(2)), accepted(march(2)), extended(march(20), 10));
            assertThat(state.promisedDue()).contains(march(25));
            assertThat(state.statutoryDue()).contains(LocalDate.parse("2026-04-14"));
            assertThat(state.left()).hasValue(16);
        }

        @Test
        void theStatutoryDayIsTheLastDayToExtend() {
            var state = at("2026-03-30", received(march(2)), accepted(march(2)), extended(march(30), 10));
            assertThat(state.statutoryDue()).contains(LocalDate.parse("2026-04-14"));
            refused(
                    "“延期”(2026-03-31)",
                    "法定时限 2026-03-30 已届满",
                    received(march(2)),
                    accepted(march(2)),
                    extended(march(31), 10));
        }

        @Test
        void anExtensionIsGrantedOnce() {
            refused(
                    "“延期”",
                    "只能延期一次",
                    received(march(2)),
                    accepted(march(2)),
                    extended(march(3), 5),
                    extended(march(4), 5));
        }

        @ParameterizedTest
        @CsvSource({"0", "-1", "11"})
        void anExtensionKeepsToTheItemsLimit(int days) {
            refused("“延期”", "应为1至10日", received(march(2)), accepted(march(2)), extended(march(3), days));
        }

        @Test
        void jointHandlingMayBeExtendedByFifteenDays() {
            var joint = ClockRules.of(45, 30).withExtensionLimit(15);
            var events = List.of(received(march(2)), accepted(march(2)), extended(march(3), 15));
            var due = CaseClock.replay(joint, events, march(3), CALENDAR).statutoryDue();
            assertThat(due).contains(CALENDAR.add(march(2), 60));
        }

        @Test
        void anExtensionMayComeDuringASpecialProcedure() {
            var state = at(
                    "2026-05-06",
                    received(march(2)),
                    accepted(march(2)),
                    specialProcedureStarted(march(5), SpecialProcedure.HEARING),
                    extended(LocalDate.parse("2026-04-30"), 10),
                    specialProcedureEnded(LocalDate.parse("2026-05-06")));
            assertThat(state.left()).hasValue(27);
        }

        @Test
        void anItemWithoutAStatutoryPeriodCannotBeExtended() {
            var events = List.of(received(march(2)), accepted(march(2)), extended(march(2), 1));
            assertThatExceptionOfType(ImpossibleClockEvent.class)
                    .isThrownBy(
                            () -> CaseClock.replay(ClockRules.of(ClockRules.UNLIMITED, 1), events, march(2), CALENDAR))
                    .withMessageContaining("没有法定时限");
        }
    }

    @Nested
    class Lamps {

        @ParameterizedTest
        @CsvSource({
            "10, 2026-03-11, GREEN",
            "10, 2026-03-12, YELLOW",
            "10, 2026-03-16, YELLOW",
            "10, 2026-03-17, RED",
            "7, 2026-03-09, GREEN",
            "7, 2026-03-10, YELLOW",
            "7, 2026-03-12, RED",
            "2, 2026-03-02, GREEN",
            "2, 2026-03-03, YELLOW",
            "1, 2026-03-02, YELLOW",
            "0, 2026-03-02, YELLOW",
            "0, 2026-03-03, RED"
        })
        void theLampTurnsYellowAtEightyPercentOrOneDayLeftAndRedAfterThePromise(
                int promised, LocalDate asOf, Lamp expected) {
            var events = List.of(received(march(2)), accepted(march(2)));
            assertThat(CaseClock.replay(ClockRules.of(20, promised), events, asOf, CALENDAR)
                            .lamp())
                    .contains(expected);
        }

        @Test
        void lampsAreNamedForPeopleAndForJson() {
            assertThat(Lamp.values()).extracting(Lamp::label).containsExactly("正常", "预警", "超期", "暂停", "办结");
            assertThat(Lamp.values())
                    .extracting(Lamp::jsonName)
                    .containsExactly("green", "yellow", "red", "paused", "done");
        }
    }

    @Nested
    class Ledger {

        @Test
        void eventsAfterTheDayHaveNotHappenedYet() {
            var now = at("2026-03-04", received(march(2)), accepted(march(3)));
            assertThat(at("2026-03-04", received(march(2)), accepted(march(3)), decided(march(5)), received(march(6))))
                    .isEqualTo(now);
        }

        @Test
        void severalEventsOfOneDayFollowInTheirOrder() {
            var state = at(
                    "2026-03-02",
                    received(march(2)),
                    correctionNotified(march(2)),
                    correctionSubmitted(march(2)),
                    accepted(march(2)),
                    decided(march(2)),
                    delivered(march(2)));
            assertThat(state.phase()).isEqualTo(ClockPhase.DELIVERED);
            assertThat(state.used()).isZero();
        }

        @Test
        void anEventDatedBeforeTheLastOneIsImpossible() {
            refused("“受理”(2026-03-01)", "早于前一事件的日期 2026-03-02", received(march(2)), accepted(march(1)));
        }

        @Test
        void theFirstEventIsTheReceiptAndItComesOnce() {
            refused("“受理”", "须先收件", accepted(march(2)));
            refused("“收件”", "一件只收件一次", received(march(2)), received(march(3)));
        }

        @Test
        void anAcceptanceIsRecordedOnceEvenAfterALapse() {
            refused("“受理”", "办理中", received(march(2)), accepted(march(3)), accepted(march(4)));
            refused("“受理”", "已视为受理", received(march(2)), accepted(march(11)), accepted(march(12)));
        }

        @Test
        void aRefusedEventLeavesTheClockAsItWas() {
            var clock = new CaseClock(TWENTY_SEVEN, CALENDAR).after(received(march(2)));
            assertThatExceptionOfType(ImpossibleClockEvent.class)
                    .isThrownBy(() -> clock.after(correctionNotified(march(20))))
                    .satisfies(e -> assertThat(e.event()).isEqualTo(correctionNotified(march(20))));
            assertThat(clock.after(accepted(march(4))).asOf(march(4)).acceptedOn())
                    .contains(march(4));
        }

        @Test
        void aRunningClockCannotBeAskedAboutTheTimeBeforeItsLastEvent() {
            var clock = new CaseClock(TWENTY_SEVEN, CALENDAR).after(received(march(3)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clock.asOf(march(2)))
                    .withMessageContaining("2026-03-03");
        }

        @Test
        void dueDatesInAYearWithoutANoticeAreProvisional() {
            var december = LocalDate.parse("2026-12-01");
            var early = at("2026-12-01", received(december), accepted(december));
            assertThat(early.statutoryDue()).contains(LocalDate.parse("2026-12-29"));
            assertThat(early.provisional()).isFalse();

            var late = LocalDate.parse("2026-12-08");
            assertThat(at("2026-12-08", received(late), accepted(late)).provisional())
                    .isTrue();
        }
    }

    private static ClockState at(String asOf, ClockEvent... events) {
        return CaseClock.replay(TWENTY_SEVEN, List.of(events), LocalDate.parse(asOf), CALENDAR);
    }

    private static void refused(String event, String reason, ClockEvent... events) {
        assertThatExceptionOfType(ImpossibleClockEvent.class)
                .isThrownBy(() -> at("2026-12-31", events))
                .withMessageStartingWith(event)
                .withMessageContaining(reason);
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }
}
