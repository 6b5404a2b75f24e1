package org.onewindow.workflow.setup;

import java.sql.Timestamp;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what the clean-up of history may forget by the index of each model's ends, the longest finished first. The engine would
 * read all that it remembers for each batch.
 */
class FinishedInstances extends HistoricProcessInstanceManager {

    private static final int WHOLE_HOUR = 60;

    private final JdbcClient jdbc;

    FinishedInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param minuteFrom and {@code minuteTo}: the part of each hour that is a job's own, where several clean up */
    @Override
    public List<String> findHistoricProcessInstanceIdsForCleanup(Integer batchSize, int minuteFrom, int minuteTo) {
        if (minuteTo - minuteFrom + 1 < WHOLE_HOUR) {
            return super.findHistoricProcessInstanceIdsForCleanup(batchSize, minuteFrom, minuteTo);
        }
        var now = new Timestamp(ClockUtil.getCurrentTime().getTime());
        return jdbc.sql("""
                        select due.proc_inst_id_ from act_re_procdef d cross join lateral (
                            select i.proc_inst_id_, i.end_time_ from act_hi_procinst i
                            where i.proc_def_id_ = d.id_ and i.end_time_ <= cast(? as timestamp) - make_interval(days => d.history_ttl_)
                            order by i.end_time_ limit ?) due
                        where d.history_ttl_ is not null order by due.end_time_ limit ?""")
                .params(now, batchSize, batchSize)
                .query(String.class)
                .list();
    }
}
