package org.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = CalendarFiles.load(CalendarFiles.DEFAULT_LOCATION, LocalTime.of(17, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-02-12, 5, 2026-02-26",
        "2026-02-12, 20, 2026-03-18",
        "2026-02-14, 1, 2026-02-24",
        "2026-09-18, 5, 2026-09-24",
        "2026-09-24, 5, 2026-10-09",
        "2026-09-24, 20, 2026-10-29",
        "2025-09-27, 5, 2025-10-10",
        "2024-09-30, 5, 2024-10-12",
        "2026-04-30, 45, 2026-07-07"
    })
    void addsWorkingDaysAsTheReferenceVectorsSay(LocalDate start, int days, LocalDate expected) {
        assertThat(calendar.add(start, days)).isEqualTo(expected);
        assertThat(calendar.between(start, expected)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void aYearHasTheWorkingDaysOfItsNotice(int year, int workingDays) {
        assertThat(calendar.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
    }

    @Test
    void addingNothingGivesTheStartEvenOnADayOff() {
        assertThat(calendar.add(date("2026-02-16"), 0)).isEqualTo("2026-02-16");
    }

    @Test
    void negativeDaysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.add(date("2026-02-12"), -1))
                .withMessageContaining("-1");
    }

    @Test
    void countingBackwardsIsNegative() {
        assertThat(calendar.between(date("2026-02-26"), date("2026-02-12"))).isEqualTo(-5);
    }

    @Test
    void aMakeUpWeekendDayIsAWorkingDay() {
        assertThat(calendar.isWorkingDay(date("2026-02-14"))).isTrue();
        assertThat(calendar.makeUpWorkday(date("2026-02-14")))
                .map(MakeUpWorkday::label)
                .contains("春节调休上班(国办发明电〔2025〕7号)");
        assertThat(calendar.whyNot(date("2026-02-14"))).isEmpty();
    }

    @Test
    void theLunarNewYearsEveOf2024IsAWorkingDay() {
        assertThat(calendar.isWorkingDay(date("2024-02-09"))).isTrue();
    }

    @Test
    void aDayOffIsExplainedByHolidayAndNotice() {
        assertThat(calendar.whyNot(date("2026-02-16")))
                .map(NonWorkingDay::label)
                .contains("春节放假(国办发明电〔2025〕7号)");
    }

    @Test
    void aWeekendDayWithinAHolidayIsExplainedByTheHoliday() {
        assertThat(calendar.whyNot(date("2025-10-04")))
                .map(NonWorkingDay::label)
                .contains("国庆节、中秋节放假(国办发明电〔2024〕12号)");
    }

    @Test
    void anOrdinaryWeekendDayIsExplainedAsSuch() {
        assertThat(calendar.whyNot(date("2026-03-07")))
                .map(NonWorkingDay::label)
                .contains("周末(星期六)");
    }

    @Test
    void aYearWithoutAFileCountsWeekendsOnly() {
        assertThat(calendar.isWorkingDay(date("2027-01-01"))).isTrue();
        assertThat(calendar.isWorkingDay(date("2027-01-02"))).isFalse();
    }

    @Test
    void aDateThatReachesIntoAYearWithoutAFileIsProvisional() {
        var start = date("2026-12-25");
        assertThat(calendar.isProvisional(start, calendar.add(start, 4))).isFalse();
        assertThat(calendar.isProvisional(start, calendar.add(start, 5))).isTrue();
        assertThat(calendar.isProvisional(date("2027-01-01"))).isTrue();
        assertThat(calendar.isProvisional(date("2026-12-31"))).isFalse();
    }

    @Test
    void aDateCountedOutOfAYearWithoutAFileIsProvisionalToo() {
        assertThat(calendar.isProvisional(date("2023-12-28"), date("2024-01-10")))
                .isTrue();
        assertThat(calendar.isProvisional(date("2023-12-31"), date("2024-01-10")))
                .as("day 0 is not counted")
                .isFalse();
        assertThat(calendar.isProvisional(date("2024-01-10"), date("2023-12-28")))
                .as("whichever way round")
                .isTrue();
    }

    @Test
    void aYearInBetweenWithoutAFileMakesTheDateProvisional() {
        var gap = new WorkingCalendar(
                List.of(calendar.years().get(2024), calendar.years().get(2026)), LocalTime.of(17, 0));
        assertThat(gap.isProvisional(date("2024-06-03"), date("2026-06-03"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-12T16:59:59, 2026-02-12",
        "2026-02-12T17:00:00, 2026-02-12",
        "2026-02-12T17:00:01, 2026-02-13",
        "2026-02-14T23:00:00, 2026-02-24",
        "2026-02-16T09:00:00, 2026-02-24",
        "2025-09-27T09:00:00, 2025-09-28"
    })
    void aReceiptAfterCloseOrOnADayOffCountsFromTheNextWorkingDay(LocalDateTime receivedAt, LocalDate expected) {
        assertThat(calendar.countingFrom(receivedAt)).isEqualTo(expected);
    }

    @Test
    void closeOfBusinessIsASetting() {
        var late = new WorkingCalendar(calendar.years().values(), LocalTime.of(17, 30));
        assertThat(late.closeOfBusiness()).isEqualTo("17:30");
        assertThat(late.countingFrom(LocalDateTime.parse("2026-02-12T17:20"))).isEqualTo("2026-02-12");
    }

    @Test
    void aNewNoticeMakesANewCalendarAndLeavesTheOldOneAlone() {
        var notice = "国办发明电〔2026〕1号";
        var newYear = new Holiday("元旦", date("2027-01-01"), date("2027-01-03"), notice);
        var y2027 = new CalendarYear(
                2027,
                notice,
                List.of(newYear),
                List.of(new MakeUpWorkday(date("2027-01-09"), Optional.empty(), notice)));
        var updated = calendar.with(y2027);

        assertThat(updated.add(date("2026-12-31"), 6)).isEqualTo("2027-01-09");
        assertThat(updated.isProvisional(date("2026-12-31"), date("2027-01-09")))
                .isFalse();
        assertThat(calendar.add(date("2026-12-31"), 6)).isEqualTo("2027-01-08");
        assertThat(calendar.years()).containsOnlyKeys(2024, 2025, 2026);
    }

    @Test
    void aYearGivenTwiceIsRefused() {
        var year = calendar.years().get(2026);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar(List.of(year, year), LocalTime.NOON))
                .withMessageContaining("2026");
    }

    @Test
    @Timeout(10)
    void aMillionYearsCostNoMoreThanADay() {
        int days = 261_000_000;
        var far = calendar.add(date("2026-02-12"), days);
        for (int i = 0; i < 100_000; i++) {
            far = calendar.add(date("2026-02-12"), days - i % 2);
        }
        assertThat(calendar.between(date("2026-02-12"), far)).isEqualTo(days - 1);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
