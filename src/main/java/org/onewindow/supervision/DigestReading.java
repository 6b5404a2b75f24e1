package org.onewindow.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.deadline.Lamp;
import org.onewindow.supervision.WarningCard.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the digest tells. */
@Component
class DigestReading {

    private final Supervision supervision;
    private final WarningTables warnings;
    private final OfficeCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    DigestReading(
            Supervision supervision, WarningTables warnings, OfficeCalendar calendar, JdbcClient jdbc, Clock clock) {
        this.supervision = supervision;
        this.warnings = warnings;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    DigestFigures read(LocalDate day) {
        var since = workingDayBefore(day);
        var lamps = new EnumMap<Lamp, Integer>(Lamp.class);
        var overdue = new TreeMap<String, Integer>();
        int unaccepted = 0;
        for (var count : supervision.lamps()) {
            unaccepted += count.open().unaccepted();
            count.open().lamps().forEach((lamp, cases) -> lamps.merge(lamp, cases, Integer::sum));
            if (count.open().of(Lamp.RED) > 0) {
                overdue.merge(count.department(), count.open().of(Lamp.RED), Integer::sum);
            }
        }
        return new DigestFigures(
                day,
                since,
                unaccepted,
                lamps,
                dueOn(day),
                overdue,
                cards(since, day.minusDays(1)),
                warnings.waiting(day),
                decided(since, day.minusDays(1)));
    }

    private LocalDate workingDayBefore(LocalDate day) {
        var before = day.minusDays(1);
        while (!calendar.current().isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private int dueOn(LocalDate day) {
        return jdbc.sql("""
                        select count(*) from clock_forecast where coalesce(promised_due, 'infinity') = ? and not is_over and lamp is null
                            and (lapses_on is null or lapses_on <= ?)""").params(day, day).query(Integer.class).single();
    }

    private Map<Level, Integer> cards(LocalDate from, LocalDate to) {
        var cards = new EnumMap<Level, Integer>(Level.class);
        jdbc.sql("""
                        select level, count(*) as cards from warning_card
                        where raised_at >= ? and raised_at < ? group by level""").params(startOf(from), startOf(to.plusDays(1))).query(row -> {
            cards.put(Level.valueOf(row.getString("level")), row.getInt("cards"));
        });
        return cards;
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private Timeliness decided(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select count(*), count(*) filter (where on_time) from finished_case
                        where finished_on between ? and ? and on_time is not null""")
                .params(from, to)
                .query((row, n) -> new Timeliness(row.getInt(1), row.getInt(2)))
                .single();
    }
}
