package org.onewindow.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.supervision.WarningCard.Event;
import org.onewindow.supervision.WarningCard.Handling;
import org.onewindow.supervision.WarningCard.Level;
import org.onewindow.supervision.WarningCard.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the warning cards. */
@Repository
class WarningTables {

    private final JdbcClient jdbc;

    WarningTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty if this period of the case has a card of the level already */
    Optional<WarningCard> insert(WarningCard card) {
        return jdbc.sql("""
                        insert into warning_card (case_number, level, due_on, turned_on, department, item_code, item_name,
                            holders, grounds, measure, raised_at, answer_due)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_number, level, due_on) do nothing returning *""")
                .params(
                        card.caseNumber().value(),
                        card.level().name(),
                        card.dueOn(),
                        card.turnedOn(),
                        card.department(),
                        card.itemCode(),
                        card.itemName(),
                        card.holders().toArray(String[]::new),
                        card.grounds(),
                        card.measure().orElse(null),
                        Timestamp.from(card.raisedAt()),
                        card.answerDue().orElse(null))
                .query((row, n) -> card(row))
                .optional();
    }

    Optional<WarningCard> find(long id) {
        return one("select * from warning_card where id = ?", id);
    }

    /** Two who act on a card at once act one after the other. */
    Optional<WarningCard> lock(long id) {
        return one("select * from warning_card where id = ? for update", id);
    }

    Optional<WarningCard> lockOf(String measure) {
        return one("select * from warning_card where measure = ? for update", measure);
    }

    private Optional<WarningCard> one(String sql, Object key) {
        return jdbc.sql(sql).param(key).query((row, n) -> card(row)).optional();
    }

    /** The latest first. */
    List<WarningCard> list(WarningQuery query, int most) {
        var sql = new StringBuilder("select * from warning_card where ")
                .append(query.show().condition());
        var parameters = new ArrayList<>();
        query.departments().ifPresent(departments -> {
            sql.append(" and department = any (?)");
            parameters.add(departments.toArray(String[]::new));
        });
        query.level().ifPresent(level -> {
            sql.append(" and level = ?");
            parameters.add(level.name());
        });
        query.before().ifPresent(before -> {
            sql.append(" and id < ?");
            parameters.add(before);
        });
        parameters.add(most);
        return jdbc.sql(sql.append(" order by id desc limit ?").toString())
                .params(parameters)
                .query((row, n) -> card(row))
                .list();
    }

    void add(Event event) {
        jdbc.sql("""
                        insert into warning_card_event (card, state, handling, text, actor, at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        event.card(),
                        event.state().name(),
                        event.handling().map(Enum::name).orElse(null),
                        event.text().orElse(null),
                        event.actor(),
                        Timestamp.from(event.at()))
                .update();
        jdbc.sql("update warning_card set state = ? where id = ?")
                .params(event.state().name(), event.card())
                .update();
    }

    /** In the order in which they happened. */
    List<Event> events(Collection<Long> cards) {
        return jdbc.sql("select * from warning_card_event where card = any (?) order by id")
                .param(cards.toArray(Long[]::new))
                .query((row, n) -> event(row))
                .list();
    }

    int waiting(Collection<String> departments) {
        return jdbc.sql("select count(*) from warning_card where waits and department = any (?)")
                .param(departments.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    int toBeJudged() {
        return jdbc.sql("select count(*) from warning_card where state = 'EXPLAINED'")
                .query(Integer.class)
                .single();
    }

    /** What waits for each department. @param today what was due before it is late */
    List<Waiting> waiting(LocalDate today) {
        return jdbc.sql("""
                        select department, count(*) as cards, count(*) filter (where answer_due < ? and state <> 'SENT_BACK') as unanswered
                        from warning_card where waits group by department order by department""").param(today).query(Waiting.class).list();
    }

    /** @param unanswered those of them whose time for an answer has passed */
    record Waiting(String department, int cards, int unanswered) {}

    private static WarningCard card(ResultSet row) throws SQLException {
        return new WarningCard(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                Level.valueOf(row.getString("level")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("turned_on", LocalDate.class),
                row.getString("department"),
                row.getString("item_code"),
                row.getString("item_name"),
                List.of((String[]) row.getArray("holders").getArray()),
                row.getString("grounds"),
                Optional.ofNullable(row.getString("measure")),
                row.getTimestamp("raised_at").toInstant(),
                Optional.ofNullable(row.getObject("answer_due", LocalDate.class)),
                State.valueOf(row.getString("state")));
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("card"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("handling")).map(Handling::valueOf),
                Optional.ofNullable(row.getString("text")),
                row.getString("actor"),
                row.getTimestamp("at").toInstant());
    }
}
