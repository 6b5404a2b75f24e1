package org.onewindow.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockForecasts;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.ClockState;
import org.onewindow.deadline.Lamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of supervision, counted from what the ledgers foretell. */
@Service
@Transactional(readOnly = true)
public class Supervision {

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final ClockLedger ledger;
    private final OfficeCalendar calendar;
    private final Clock clock;

    Supervision(JdbcClient jdbc, CaseFiles files, ClockLedger ledger, OfficeCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Each case counts once, in the period into which its promise fell. One that was withdrawn, or stands still, does not.
     *
     * @param from the first day on which a promise fell due
     * @param to the last one
     */
    public Timeliness timeliness(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select count(*), count(*) filter (where decided_on <= promised_due) from clock_forecast
                        where promised_due between ? and ? and (decided_on is not null
                            or lamp is null and promised_due < ? and (lapses_on is null or lapses_on <= ?))""")
                .params(from, to, today(), today())
                .query((row, n) -> new Timeliness(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** The open cases by department and item. */
    public List<LampCount> lamps() {
        var counts = new HashMap<List<String>, LampCount>();
        jdbc.sql("""
                        select coalesce(f.department, f.item_department) as owner, f.item_code, max(f.item_name) as item_name,
                            c.since, c.lapses_on, c.lamp, c.yellow_from, c.promised_due, c.decided_on, c.is_over,
                            count(*) as cases
                        from case_file f join clock_forecast c on c.case_number = f.case_number
                        where f.closed_at is null and not c.is_over
                        group by owner, f.item_code, c.since, c.lapses_on, c.lamp, c.yellow_from, c.promised_due,
                            c.decided_on, c.is_over""").query(row -> {
            var count = count(row);
            counts.merge(List.of(count.department(), count.itemCode()), count, Supervision::sum);
        });
        return counts.values().stream()
                .sorted(Comparator.comparing(LampCount::department).thenComparing(LampCount::itemCode))
                .toList();
    }

    private LampCount count(ResultSet row) throws SQLException {
        int cases = row.getInt("cases");
        var lamps = new EnumMap<Lamp, Integer>(Lamp.class);
        ClockForecasts.read(row).lamp(today()).ifPresent(lamp -> lamps.put(lamp, cases));
        return new LampCount(
                row.getString("owner"), row.getString("item_code"), row.getString("item_name"), cases, lamps);
    }

    private static LampCount sum(LampCount one, LampCount other) {
        var lamps = new EnumMap<Lamp, Integer>(Lamp.class);
        for (var counted : List.of(one.lamps(), other.lamps())) {
            counted.forEach((lamp, cases) -> lamps.merge(lamp, cases, Integer::sum));
        }
        return new LampCount(one.department(), one.itemCode(), one.itemName(), one.total() + other.total(), lamps);
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
