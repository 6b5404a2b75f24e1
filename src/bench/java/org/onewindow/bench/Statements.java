package org.onewindow.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what goes to the database, of all contenders alike. */
final class Statements {

    private final LongAdder statements = new LongAdder();
    private final LongAdder inserts = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();

    /**
     * @param statements executions, a batch as one for each of its rows
     * @param inserts those that insert
     */
    record Count(long statements, long inserts, long commits) {

        Count minus(Count earlier) {
            return new Count(statements - earlier.statements, inserts - earlier.inserts, commits - earlier.commits);
        }
    }

    Count count() {
        return new Count(statements.sum(), inserts.sum(), commits.sum());
    }

    /** How often each statement was executed so far. */
    Map<String, Long> byText() {
        var counts = new HashMap<String, Long>();
        byText.forEach((text, count) -> counts.put(text, count.sum()));
        return counts;
    }

    DataSource counted(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .listener(new Queries())
                .methodListener(new Commits())
                .build();
    }

    private final class Queries extends NoOpQueryExecutionListener {
        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            int rows = Math.max(execution.getBatchSize(), 1);
            for (var query : queries) {
                statements.add(rows);
                byText.computeIfAbsent(query.getQuery(), text -> new LongAdder())
                        .add(rows);
                if (query.getQuery().stripLeading().toLowerCase(Locale.ROOT).startsWith("insert")) {
                    inserts.add(rows);
                }
            }
        }
    }

    private final class Commits implements MethodExecutionListener {
        @Override
        public void beforeMethod(MethodExecutionContext context) {
            // counted when it is done
        }

        @Override
        public void afterMethod(MethodExecutionContext context) {
            if (context.getMethod().getName().equals("commit")) {
                commits.increment();
            }
        }
    }
}
