package org.onewindow.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of messages. */
@Repository
class Outbox {

    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            String channel,
            MessageKind kind,
            Addressee addressee,
            String subject,
            String body,
            String html,
            Instant now) {
        jdbc.sql("""
                        insert into message (channel, kind, addressee_type, addressee, subject, body, html, created_at, waits_since,
                            next_try)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        channel,
                        kind.code(),
                        addressee.type().name(),
                        addressee.id(),
                        subject,
                        body,
                        html,
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update();
    }

    /** The next one that is due; until the transaction ends nobody else gets it. */
    Optional<Outgoing> next(Collection<String> channels, Instant now) {
        return jdbc.sql("""
                        select * from message where sent_at is null and given_up_at is null and next_try <= ?
                            and channel = any (?)
                        order by next_try, id limit 1 for update skip locked""")
                .params(Timestamp.from(now), channels.toArray(String[]::new))
                .query((row, n) -> outgoing(row))
                .optional();
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        return new Outgoing(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getString("channel"),
                row.getString("kind"),
                addressee(row),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("waits_since").toInstant(),
                row.getInt("tries"));
    }

    private static Addressee addressee(ResultSet row) throws SQLException {
        return new Addressee(Addressee.Type.valueOf(row.getString("addressee_type")), row.getString("addressee"));
    }

    void sent(long id, Instant now) {
        jdbc.sql("update message set sent_at = ?, tries = tries + 1, problem = null where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void postpone(long id, String problem, Instant nextTry) {
        jdbc.sql("update message set tries = tries + 1, problem = ?, next_try = ? where id = ?")
                .params(problem, Timestamp.from(nextTry), id)
                .update();
    }

    void giveUp(long id, String problem, Instant now) {
        jdbc.sql("update message set tries = tries + 1, problem = ?, given_up_at = ? where id = ?")
                .params(problem, Timestamp.from(now), id)
                .update();
    }

    /** Those that were given up, then those that wait for a channel that is not among the given ones; the latest first. */
    List<Messages.Unsent> unsent(Collection<String> channels, int most) {
        return jdbc.sql("""
                        select * from message
                        where given_up_at is not null or sent_at is null and given_up_at is null and channel <> all (?)
                        order by given_up_at is null, id desc limit ?""")
                .params(channels.toArray(String[]::new), most)
                .query((row, n) -> new Messages.Unsent(
                        row.getLong("id"),
                        row.getString("channel"),
                        channels.contains(row.getString("channel")),
                        row.getString("kind"),
                        addressee(row),
                        row.getString("subject"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("tries"),
                        Optional.ofNullable(row.getString("problem"))))
                .list();
    }

    /** Deletes what was sent before a moment; the oldest first, not too many at once. */
    int forget(Instant before) {
        return jdbc.sql("""
                        delete from message where id in
                            (select id from message where sent_at < ? order by sent_at limit ? for update skip locked)""").params(Timestamp.from(before), FORGOTTEN_AT_ONCE).update();
    }

    /** With all the time that a new one has. */
    boolean tryAgain(long id, Instant now) {
        return jdbc.sql("""
                        update message set given_up_at = null, next_try = ?, tries = 0, waits_since = ?
                        where id = ? and given_up_at is not null""")
                        .params(Timestamp.from(now), Timestamp.from(now), id)
                        .update()
                == 1;
    }
}
