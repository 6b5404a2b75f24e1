package org.onewindow.calendar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The loaded years in the database, which all nodes share. */
@Repository
class LoadedYearTable implements LoadedYears {

    private final JdbcClient jdbc;

    LoadedYearTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long version() {
        return jdbc.sql("select coalesce(max(id), 0) from calendar_change")
                .query(Long.class)
                .single();
    }

    @Override
    public List<CalendarYear> upTo(long version) {
        return jdbc.sql("""
                        select distinct on (year) id, content from calendar_change where id <= ?
                        order by year, id desc""")
                .param(version)
                .query((row, n) -> CalendarFiles.read(
                        "calendar_change " + row.getLong("id"),
                        new ByteArrayInputStream(row.getString("content").getBytes(StandardCharsets.UTF_8))))
                .list();
    }
}
