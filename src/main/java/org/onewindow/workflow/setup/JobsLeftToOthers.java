package org.onewindow.workflow.setup;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A node that stops takes no more jobs, from the moment that it knows. By itself the engine goes on taking them until its
 * end, with a pool that accepts none any more: they would stay locked for five minutes, for nobody.
 */
@Component
class JobsLeftToOthers {

    private final ObjectProvider<JobExecutor> executor;

    JobsLeftToOthers(ObjectProvider<JobExecutor> executor) {
        this.executor = executor;
    }

    /** Before the pool hears of it; what the pool has by then it finishes. */
    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void takeNoMore() {
        executor.ifAvailable(JobExecutor::shutdown);
    }
}
