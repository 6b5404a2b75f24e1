package org.onewindow.bench;

import java.sql.Connection;
import java.sql.SQLException;
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
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database, of all contenders alike. */
final class Statements {

    private final LongAdder statements = new LongAdder();
    private final LongAdder inserts = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();
    private volatile boolean isCounting;

    /**
     * @param statements executions, a batch as one for each of its rows
     * @param inserts those that insert
     * @param byText how often each statement was executed
     */
    record Count(long statements, long inserts, long commits, Map<String, Long> byText) {}

    /** Only what is done in a count is watched: that costs a contender the more, the more statements it makes. */
    DataSource counted(DataSource source) {
        var watched = ProxyDataSourceBuilder.create(source)
                .listener(new Queries())
                .methodListener(new Commits())
                .build();
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return isCounting ? watched.getConnection() : super.getConnection();
            }
        };
    }

    Count count(Runnable work) {
        isCounting = true;
        work.run();
        isCounting = false;
        var texts = new HashMap<String, Long>();
        byText.forEach((text, times) -> texts.put(text, times.sum()));
        byText.clear();
        return new Count(statements.sumThenReset(), inserts.sumThenReset(), commits.sumThenReset(), texts);
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
