package org.onewindow.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.ReadOnce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the pages of many cases at once, in the order of their numbers. */
@Repository
class CasePages {

    private static final String PAGES = """
            select f.item_code, f.item_name, c.*, e.id, e.type, e.on_date, e.recorded_at, e.recorded_by, e.days,
                e.procedure, e.notice, e.approved_by, e.reason, e.reverses, e.reversal_reason
            from case_file f join case_clock c on c.case_number = f.case_number
                left join clock_event e on e.case_number = f.case_number
            where %s order by f.case_number, e.id""";

    private static final int ROWS_AT_ONCE = 5000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ReadOnce once;

    CasePages(JdbcTemplate jdbc, JdbcClient client, ReadOnce once) {
        this.jdbc = jdbc;
        this.client = client;
        this.once = once;
    }

    /** Within a transaction; without one the driver would fetch everything at once. */
    void forEachOpen(Consumer<CasePage> reader) {
        forEach("f.closed_at is null", reader);
    }

    /** The closed cases to which something happened on a day or later. */
    void forEachClosedSince(LocalDate day, Consumer<CasePage> reader) {
        forEach(
                "f.closed_at is not null and f.case_number in (select x.case_number from clock_event x"
                        + " where x.on_date >= ?)",
                reader,
                day);
    }

    /** Every case, but for some numbers. */
    void forEachBut(List<String> leftOut, Consumer<CasePage> reader) {
        forEach("f.case_number <> all (?)", reader, (Object) leftOut.toArray(String[]::new));
    }

    /** Those of some cases that are open. */
    List<CasePage> open(List<String> numbers) {
        var pages = new ArrayList<CasePage>();
        forEach("f.closed_at is null and f.case_number = any (?)", pages::add, (Object) numbers.toArray(String[]::new));
        return pages;
    }

    /** Some cases, open or closed. */
    List<CasePage> of(List<String> numbers) {
        var pages = new ArrayList<CasePage>();
        forEach("f.case_number = any (?)", pages::add, (Object) numbers.toArray(String[]::new));
        return pages;
    }

    /** The next open cases by number. Nobody else writes to their ledgers before the transaction ends. */
    List<String> lockOpen(String after, int most) {
        var locked = client.sql("""
                        select c.case_number from case_clock c join case_file f on f.case_number = c.case_number
                        where f.closed_at is null and f.case_number > ? order by f.case_number limit ?
                        for no key update of c""").params(after, most).query(String.class).list();
        locked.forEach(number -> once.forgetRead(new CaseNumber(number)));
        return locked;
    }

    /** The alarms on record, by case. */
    Map<CaseNumber, List<ClockAlarm>> raised(List<String> numbers) {
        var raised = new HashMap<CaseNumber, List<ClockAlarm>>();
        client.sql("select * from clock_alarm where case_number = any (?)")
                .param(numbers.toArray(String[]::new))
                .query(row -> {
                    raised.computeIfAbsent(new CaseNumber(row.getString("case_number")), number -> new ArrayList<>())
                            .add(ClockTables.alarm(row));
                });
        return raised;
    }

    private void forEach(String condition, Consumer<CasePage> reader, Object... params) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(PAGES.formatted(condition));
                    statement.setFetchSize(ROWS_AT_ONCE);
                    for (int i = 0; i < params.length; i++) {
                        statement.setObject(i + 1, params[i]);
                    }
                    return statement;
                },
                rows -> {
                    read(rows, reader);
                    return null;
                });
    }

    private static void read(ResultSet rows, Consumer<CasePage> reader) throws SQLException {
        boolean more = rows.next();
        while (more) {
            var number = rows.getString("case_number");
            var itemCode = rows.getString("item_code");
            var itemName = rows.getString("item_name");
            var rules = ClockTables.rules(rows);
            var entries = new ArrayList<LedgerEntry>();
            do {
                if (rows.getObject("id") != null) {
                    entries.add(ClockTables.entry(rows));
                }
                more = rows.next();
            } while (more && rows.getString("case_number").equals(number));
            reader.accept(new CasePage(new CaseNumber(number), itemCode, itemName, new ClockBook(rules, entries)));
        }
    }
}
