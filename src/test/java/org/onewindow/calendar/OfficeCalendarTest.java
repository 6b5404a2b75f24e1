package org.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OfficeCalendarTest {

    private static final CalendarYear FILE = year(2026, "file");

    private final AtomicLong milliseconds = new AtomicLong();
    private final Table table = new Table();
    private final OfficeCalendar calendar = new OfficeCalendar(
            new WorkingCalendar(List.of(FILE), LocalTime.of(17, 0)), table, () -> milliseconds.get() * 1_000_000);

    /** What another node writes. */
    private static final class Table implements LoadedYears {

        private final List<CalendarYear> years = new ArrayList<>();
        private int asked;

        @Override
        public long version() {
            asked++;
            return years.size();
        }

        @Override
        public List<CalendarYear> upTo(long version) {
            return years.subList(0, (int) version);
        }
    }

    @Test
    void whatIsLoadedOverridesTheFile() {
        table.years.add(year(2026, "corrected"));
        table.years.add(year(2027, "new"));
        assertThat(calendar.current().years().get(2026).notice()).isEqualTo("corrected");
        assertThat(calendar.current().years().get(2027).notice()).isEqualTo("new");
        assertThat(calendar.after(0).years()).containsOnlyKeys(2026);
        assertThat(calendar.after(0).years().get(2026)).isEqualTo(FILE);
        assertThat(calendar.after(1).years()).containsOnlyKeys(2026);
    }

    @Test
    void aChangeIsSeenWithinASecondAndTheTableIsAskedTwiceASecond() {
        assertThat(calendar.current().years()).containsOnlyKeys(2026);
        table.years.add(year(2027, "new"));
        for (int i = 0; i < 500; i++) {
            milliseconds.incrementAndGet();
            assertThat(calendar.current().years()).containsOnlyKeys(2026);
        }
        assertThat(table.asked).isEqualTo(1);
        milliseconds.incrementAndGet();
        assertThat(calendar.current().years()).containsKeys(2027);
        assertThat(table.asked).isEqualTo(2);
    }

    @Test
    void nothingIsAskedBeforeTheFirstCase() {
        assertThat(table.asked).isZero();
    }

    @Test
    void aCalendarWithoutATableStaysAsItIs() {
        var fixed = new OfficeCalendar(new WorkingCalendar(List.of(FILE), LocalTime.of(17, 0)));
        assertThat(fixed.current().years()).containsOnlyKeys(2026);
    }

    private static CalendarYear year(int year, String notice) {
        return new CalendarYear(year, notice, List.of(), List.of());
    }
}
