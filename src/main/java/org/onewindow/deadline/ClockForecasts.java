package org.onewindow.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The forecasts of all cases (时限前瞻), written with the ledger's entries. */
@Repository
public class ClockForecasts {

    private static final String INSERT =
            "insert into clock_forecast (case_number, since, lapses_on, lamp, yellow_from, promised_due, decided_on,"
                    + " is_over) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_number) do ";
    private static final String REPLACE = INSERT + """
            update set since = excluded.since, lapses_on = excluded.lapses_on, lamp = excluded.lamp,
                yellow_from = excluded.yellow_from, promised_due = excluded.promised_due,
                decided_on = excluded.decided_on, is_over = excluded.is_over""";
    /** What an entry of the ledger has written meanwhile is newer. */
    private static final String ADD = INSERT + "nothing";

    /** Also of what is empty: with other types the driver would have the statement parsed anew each time. */
    private static final int[] TYPES = {
        Types.VARCHAR, Types.DATE, Types.DATE, Types.VARCHAR, Types.DATE, Types.DATE, Types.DATE, Types.BOOLEAN
    };

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    ClockForecasts(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** The lamps of some cases on a day; no entry for a case before acceptance. */
    public Map<CaseNumber, Lamp> lamps(List<CaseNumber> numbers, LocalDate day) {
        var lamps = new HashMap<CaseNumber, Lamp>();
        client.sql("select * from clock_forecast where case_number = any (?)")
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    var number = new CaseNumber(row.getString("case_number"));
                    read(row).lamp(day).ifPresent(lamp -> lamps.put(number, lamp));
                });
        return lamps;
    }

    /**
     * The lamp that forecasts show on a day, as an expression of the database; null before acceptance. What
     * {@link ClockForecast#lamp} says, for counting and listing many cases.
     *
     * @param alias of the table
     * @param day an expression for the day
     */
    public static String lampOn(String alias, String day) {
        return """
                case when greatest(%2$s, %1$s.since) < %1$s.lapses_on then null
                    when %1$s.lamp is not null then %1$s.lamp
                    when %1$s.promised_due is null then null
                    when greatest(%2$s, %1$s.since) > %1$s.promised_due then 'RED'
                    when greatest(%2$s, %1$s.since) < %1$s.yellow_from then 'GREEN'
                    else 'YELLOW' end""".formatted(alias, day);
    }

    /** @param row one with the columns of the table, the case's number aside */
    public static ClockForecast read(ResultSet row) throws SQLException {
        return new ClockForecast(
                row.getObject("since", LocalDate.class),
                day(row, "lapses_on"),
                Optional.ofNullable(row.getString("lamp")).map(Lamp::valueOf),
                day(row, "yellow_from"),
                day(row, "promised_due"),
                day(row, "decided_on"),
                row.getBoolean("is_over"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    void replace(CaseNumber caseNumber, ClockForecast forecast) {
        jdbc.update(REPLACE, row(caseNumber, forecast), TYPES);
    }

    void replace(Map<CaseNumber, ClockForecast> forecasts) {
        write(REPLACE, forecasts);
    }

    void add(Map<CaseNumber, ClockForecast> forecasts) {
        write(ADD, forecasts);
    }

    private void write(String statement, Map<CaseNumber, ClockForecast> forecasts) {
        jdbc.batchUpdate(
                statement,
                forecasts.entrySet().stream()
                        .map(forecast -> row(forecast.getKey(), forecast.getValue()))
                        .toList(),
                TYPES);
    }

    private static Object[] row(CaseNumber caseNumber, ClockForecast forecast) {
        return new Object[] {
            caseNumber.value(),
            forecast.since(),
            forecast.lapsesOn().orElse(null),
            forecast.fixed().map(Enum::name).orElse(null),
            forecast.yellowFrom().orElse(null),
            forecast.promisedDue().orElse(null),
            forecast.decidedOn().orElse(null),
            forecast.isOver()
        };
    }

    /** The next cases by number that have none. */
    List<String> missing(String after, int most) {
        return client.sql("""
                        select c.case_number from case_clock c where c.case_number > ?
                            and not exists (select from clock_forecast f where f.case_number = c.case_number)
                        order by c.case_number limit ?""").params(after, most).query(String.class).list();
    }
}
