package org.onewindow.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes many cases out of some: every row that belongs to one of them, whatever the engine and the case file keep, is written
 * again with other ids, another number, another applicant and other days. Which column holds what is seen from the values, so
 * nothing here has to follow when the tables change.
 */
final class Multiplication {

    private static final Logger LOG = LoggerFactory.getLogger(Multiplication.class);
    private static final int AT_ONCE = 2;

    /** Computed by the application itself from what is written here. */
    private static final List<String> DERIVED = List.of("clock_forecast", "finished_case");

    /** What would be the same in all copies and must not be. */
    private static final Map<String, String> PERSONAL = Map.of(
            "case_party.name", "case when t.role = 'applicant' then p.name else '代办人' end",
            "case_party.contact_name", "p.name",
            "case_party.id_number", "'1502031990' || lpad((p.n % 100000000)::text, 8, '0')",
            "case_party.phone", "'138' || lpad((p.n % 100000000)::text, 8, '0')",
            "case_file.pickup_code", "translate(upper(substr(md5(p.n::text), 1, 8)), '01', 'XY')",
            "case_file.result_number", """
                    regexp_replace(t.result_number, '第.*号', '第' || lpad(((select last from result_number r
                        where t.result_number like r.stem || '〔' || r.year || '〕%') + p.drawn)::text, 6, '0') || '号')""",
            "document.code", "upper(substr(md5(t.code || p.n), 1, 20))",
            "document.number", "t.number || '-' || p.n",
            // No node sets about making the copies' files.
            "document.file_hash", "coalesce(t.file_hash, repeat('0', 64))",
            "document.file_size", "coalesce(t.file_size, 75000)");

    /** Since the first seed's, as if papers had come in then; those of before are in no list and would only be disk. */
    private static final String PAPERS =
            " where t.issued_at + make_interval(days => p.days) >= (select min(issued_at) from document)";

    private static final String LAST_NUMBERS = """
            update result_number r set last = n.last
            from (select split_part(result_number, '〔', 1) as stem, substring(result_number from '〔(\\d+)〕')::integer as year,
                    max(substring(result_number from '第(\\d+)号$')::integer) as last
                from case_file where result_number is not null group by 1, 2) n
            where n.stem = r.stem and n.year = r.year""";

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final Map<String, List<Column>> tables = new LinkedHashMap<>();
    private final List<String> indexes = new ArrayList<>();

    private record Column(String table, String name, String type, boolean isIdentity) {
        boolean isText() {
            return type.equals("text") || type.equals("character varying");
        }

        boolean isDay() {
            return type.equals("date") || type.startsWith("timestamp");
        }
    }

    /** @param source connections of a superuser, who may leave out triggers and foreign keys */
    Multiplication(DataSource source) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
    }

    /** @param plan says which seed is copied how: see {@link CopyPlan} */
    void run() {
        findSeedRows();
        stage();
        dropIndexes();
        inParallel(tables.keySet().stream()
                .<Callable<Void>>map(table -> () -> copy(table))
                .toList());
        LOG.info("indexes");
        inParallel(indexes.stream()
                .<Callable<Void>>map(definition -> () -> index(definition))
                .toList());
        jdbc.execute(LAST_NUMBERS);
        jdbc.execute(
                "select setval('case_number_sequence', (select max(right(left(number, 20), 6)::int) from bench.plan) + 1)");
        LOG.info("vacuum");
        jdbc.execute("vacuum analyze");
    }

    /** Follows references from the cases' numbers through all runtime and history tables of the engine, until no row is new. */
    private void findSeedRows() {
        jdbc.execute("create table bench.id (id text primary key, seed text not null)");
        var engine = columns("act\\_ru\\_%").stream()
                .filter(Column::isText)
                .collect(Collectors.toCollection(ArrayList::new));
        columns("act\\_hi\\_%").stream().filter(Column::isText).forEach(engine::add);
        engine.stream()
                .filter(column -> column.name().equals("business_key_"))
                .forEach(column -> jdbc.execute(
                        "insert into bench.id select t.id_, s.number from %s t join bench.seed s on s.number = t.business_key_ on conflict do nothing"
                                .formatted(column.table())));
        int found = 1;
        while (found > 0) {
            found = engine.stream()
                    .mapToInt(column -> jdbc.update(
                            "insert into bench.id select t.id_, i.seed from %s t join bench.id i on i.id = t.%s on conflict do nothing"
                                    .formatted(column.table(), column.name())))
                    .sum();
        }
    }

    /** Puts the seeds' rows aside, with marks for what each copy has of its own. */
    private void stage() {
        var all = columns("%").stream()
                .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
        all.forEach((table, columns) -> {
            boolean isOfTheEngine = table.startsWith("act_ru_") || table.startsWith("act_hi_");
            boolean isOfTheFile = !table.startsWith("act_")
                    && !DERIVED.contains(table)
                    && columns.stream().anyMatch(column -> column.name().equals("case_number"));
            if (isOfTheEngine
                    && columns.stream().anyMatch(column -> column.name().equals("id_"))) {
                stage(table, columns, "join bench.id s on s.id = t.id_");
            } else if (isOfTheFile) {
                stage(table, columns, "join bench.seed s on s.number = t.case_number");
            }
        });
    }

    private void stage(String table, List<Column> columns, String seeds) {
        var number = seeds.contains("bench.id") ? "s.seed" : "s.number";
        jdbc.execute("create table bench.%1$s as select %2$s as seed_, t.* from %1$s t %3$s"
                .formatted(table, number, seeds));
        var rows = jdbc.queryForObject("select count(*) from bench." + table, Long.class);
        if (rows == null || rows == 0) {
            return;
        }
        columns.stream().filter(Column::isText).forEach(column -> mark(table, column.name()));
        tables.put(table, columns);
        jdbc.execute("analyze bench." + table);
    }

    private void mark(String table, String column) {
        jdbc.execute(
                "update bench.%1$s t set %2$s = E'\\x01' || left(%2$s, -12) where exists (select from bench.id i where i.id = t.%2$s)"
                        .formatted(table, column));
        jdbc.execute("update bench.%1$s t set %2$s = E'\\x02' where %2$s = t.seed_".formatted(table, column));
        jdbc.execute(
                "update bench.%1$s t set %2$s = E'\\x03' where exists (select from bench.seed s where s.number = t.seed_ and s.shown = t.%2$s)"
                        .formatted(table, column));
        jdbc.execute("update bench.%1$s t set %2$s = E'\\x04' || %2$s where %2$s ~ '^staff[0-9]+$'"
                .formatted(table, column));
    }

    private void dropIndexes() {
        var names = jdbc.queryForList("""
                        select i.indexname, i.indexdef from pg_indexes i where i.schemaname = 'public' and i.tablename = any (?)
                            and not exists (select from pg_constraint c where c.conname = i.indexname)""", (Object) tables.keySet().toArray(String[]::new));
        names.forEach(index -> {
            indexes.add(index.get("indexdef").toString());
            jdbc.execute("drop index " + index.get("indexname"));
        });
    }

    private Void copy(String table) {
        long start = System.nanoTime();
        var columns = tables.get(table);
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var values = columns.stream().map(this::value).collect(Collectors.joining(", "));
        var kept = table.startsWith("act_") ? " where p.remembered" : table.equals("document") ? PAPERS : "";
        int rows = withoutChecks(
                "insert into %1$s (%2$s) overriding system value select %3$s from bench.plan p join bench.%1$s t on t.seed_ = p.seed%4$s"
                        .formatted(table, names, values, kept));
        columns.stream()
                .filter(Column::isIdentity)
                .forEach(column -> jdbc.execute(
                        "select setval(pg_get_serial_sequence('%1$s', '%2$s'), (select max(%2$s) from %1$s))"
                                .formatted(table, column.name())));
        LOG.info("{}: {} rows in {} s", table, rows, (System.nanoTime() - start) / 1_000_000_000);
        return null;
    }

    private String value(Column column) {
        var name = "t." + column.name();
        var personal = PERSONAL.get(column.table() + "." + column.name());
        if (personal != null) {
            return personal;
        }
        if (column.isIdentity() || isReferenceToIdentity(column)) {
            return "%s + p.n * (select max(%s) from bench.%s)".formatted(name, "id", column.table());
        }
        if (column.isDay()) {
            var days = column.type().equals("date") ? "p.days" : "make_interval(days => p.days)";
            return "case when %1$s < '9000-01-01' then %1$s + %2$s else %1$s end".formatted(name, days);
        }
        return column.isText() && isMarked(column) ? """
                case left(%1$s, 1) when E'\\x01' then substr(%1$s, 2) || p.hex when E'\\x02' then p.number
                    when E'\\x03' then p.shown when E'\\x04' then substr(%1$s, 2) || p.colleague else %1$s end""".formatted(name) : name;
    }

    /** An entry of the ledger that takes back another, a paper in the place of another. */
    private static boolean isReferenceToIdentity(Column column) {
        return List.of("reverses", "replaces").contains(column.name());
    }

    private boolean isMarked(Column column) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from bench.%s where %s ~ E'^[\\x01-\\x04]')"
                        .formatted(column.table(), column.name()),
                Boolean.class));
    }

    private Void index(String definition) {
        new JdbcTemplate(source).execute("set maintenance_work_mem = '512MB'; " + definition);
        return null;
    }

    private int withoutChecks(String statement) {
        return jdbc.execute((java.sql.Connection connection) -> {
            try (var session = connection.createStatement()) {
                session.execute(
                        "set session_replication_role = replica; set synchronous_commit = off; set max_parallel_workers_per_gather = 0; set enable_mergejoin = off; set work_mem = '256MB'");
                int rows = session.executeUpdate(statement);
                session.execute("reset all");
                return rows;
            }
        });
    }

    private List<Column> columns(String pattern) {
        return jdbc.query(
                """
                        select c.table_name, c.column_name, c.data_type, c.is_identity from information_schema.columns c
                            join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name like ?
                            and c.is_generated = 'NEVER'
                        order by c.table_name, c.ordinal_position""",
                (row, n) -> new Column(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).equals("YES")),
                pattern);
    }

    private static void inParallel(List<Callable<Void>> work) {
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
