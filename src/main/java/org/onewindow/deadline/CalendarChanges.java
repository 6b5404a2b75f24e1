package org.onewindow.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes on record. */
@Repository
class CalendarChanges {

    private final JdbcClient jdbc;

    CalendarChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws CalendarChangeUnderWay if another one is not finished */
    long add(int year, String notice, String content, String loadedBy, Instant now) {
        try {
            return jdbc.sql("""
                            insert into calendar_change (year, notice, content, loaded_by, loaded_at)
                            values (?, ?, ?, ?, ?) returning id""")
                    .params(year, notice, content, loadedBy, Timestamp.from(now))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException unfinished) {
            throw new CalendarChangeUnderWay();
        }
    }

    Optional<CalendarChange> find(long id) {
        return jdbc.sql("select * from calendar_change where id = ?")
                .param(id)
                .query((row, n) -> change(row))
                .optional();
    }

    /** The one that the year in force comes from; empty if it is a file's. */
    Optional<CalendarChange> latest(int year) {
        return jdbc.sql("select * from calendar_change where year = ? order by id desc limit 1")
                .param(year)
                .query((row, n) -> change(row))
                .optional();
    }

    Optional<CalendarChange> unfinished() {
        return jdbc.sql("select * from calendar_change where finished_at is null")
                .query((row, n) -> change(row))
                .optional();
    }

    /** The unfinished one, unless another node is at it; none other is before the transaction ends. */
    Optional<CalendarChange> lockUnfinished() {
        return jdbc.sql("select * from calendar_change where finished_at is null for update skip locked")
                .query((row, n) -> change(row))
                .optional();
    }

    void advance(long id, String lastCase, int moved, List<String> failed) {
        jdbc.sql("""
                        update calendar_change set last_case = ?, cases_moved = cases_moved + ?,
                            cases_failed = cases_failed || ? where id = ?""").params(lastCase, moved, failed.toArray(String[]::new), id).update();
    }

    void finish(long id, Instant now) {
        jdbc.sql("update calendar_change set finished_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    private static CalendarChange change(ResultSet row) throws SQLException {
        return new CalendarChange(
                row.getLong("id"),
                row.getInt("year"),
                row.getString("notice"),
                row.getString("loaded_by"),
                row.getTimestamp("loaded_at").toInstant(),
                row.getString("last_case"),
                row.getInt("cases_moved"),
                List.of((String[]) row.getArray("cases_failed").getArray()),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }
}
