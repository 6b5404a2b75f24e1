package org.onewindow.workflow.setup;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Models as they were read within the last second. The engine holds every model in memory and yet reads its row in every
 * command, to see whether it has been suspended; here a suspension takes effect a second later at most.
 */
class KnownDefinitions extends ProcessDefinitionManager {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** When each model's row was read, in nanoseconds of the virtual machine's clock; one map an engine. */
    private final Map<String, Long> readAt;

    KnownDefinitions(Map<String, Long> readAt) {
        this.readAt = readAt;
    }

    static Map<String, Long> none() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
        var read = readAt.get(id);
        if (read != null && System.nanoTime() - read < FRESH.toNanos()) {
            var known = Context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .getProcessDefinitionCache()
                    .get(id);
            if (known != null) {
                return known;
            }
        }
        var definition = super.findLatestProcessDefinitionById(id);
        if (definition != null) {
            readAt.put(id, System.nanoTime());
        }
        return definition;
    }
}
