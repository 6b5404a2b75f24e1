package org.onewindow.security;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, to prove that a refused call changed nothing but its session. */
final class Written {

    private Written() {}

    static Map<String, List<String>> in(JdbcClient jdbc) {
        var contents = new TreeMap<String, List<String>>();
        jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                            and table_name not like 'spring_session%'""")
                .query(String.class)
                .list()
                .forEach(table -> contents.put(
                        table,
                        jdbc.sql("select t::text from " + table + " t order by 1")
                                .query(String.class)
                                .list()));
        return contents;
    }
}
