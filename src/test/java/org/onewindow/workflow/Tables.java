package org.onewindow.workflow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written in the database, the engine's tables and ours. */
public final class Tables {

    private final JdbcClient jdbc;

    Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every row of every table, to prove that something refused has changed nothing. Sequences are not among it: a number that was
     * drawn in vain is no harm. Nor are sessions: they come and go with every call, and are tidied up every ten minutes.
     */
    public Map<String, List<String>> contents() {
        var contents = new TreeMap<String, List<String>>();
        names("%").stream()
                .filter(table -> !table.startsWith("spring_session"))
                .forEach(table -> contents.put(
                        table,
                        jdbc.sql("select t::text from " + table + " t order by 1")
                                .query(String.class)
                                .list()));
        return contents;
    }

    /** The tables and columns that hold a text somewhere, in texts, in JSON and in bytes. */
    List<String> holding(String tables, String text) {
        return jdbc
                .sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'public' and table_name like ? and table_name in
                            (select table_name from information_schema.tables where table_type = 'BASE TABLE')
                        order by 1, 2""")
                .param(tables)
                .query((row, n) -> holds(row.getString(1), row.getString(2), row.getString(3), text)
                        ? row.getString(1) + "." + row.getString(2)
                        : "")
                .list()
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private boolean holds(String table, String column, String type, String text) {
        var condition =
                type.equals("bytea") ? "position(convert_to(?, 'UTF8') in %s) > 0" : "position(? in %s::text) > 0";
        return jdbc.sql("select exists (select from " + table + " where " + condition.formatted(column) + ")")
                .param(text)
                .query(Boolean.class)
                .single();
    }

    List<String> names(String like) {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name like ? order by 1""").param(like).query(String.class).list();
    }
}
