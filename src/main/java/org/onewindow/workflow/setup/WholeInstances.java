package org.onewindow.workflow.setup;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Reads the process instance of a task in one statement. The engine would read the task's execution first, and then all of the
 * instance's, that one among them.
 */
class WholeInstances extends ExecutionManager {

    @Override
    public ExecutionEntity findExecutionById(String id) {
        if (getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
            instanceByTask(id).filter(instance -> !isPartlyRead(instance)).ifPresent(this::read);
        }
        return super.findExecutionById(id);
    }

    private Optional<String> instanceByTask(String execution) {
        return getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId()))
                .map(TaskEntity::getProcessInstanceId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Then the engine has tied those to each other that it has, and is left to go on. */
    private boolean isPartlyRead(String instance) {
        return getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .anyMatch(execution -> instance.equals(execution.getProcessInstanceId()));
    }

    private void read(String instance) {
        var executions = findExecutionsByProcessInstanceId(instance);
        executions.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .findFirst()
                .ifPresent(root -> root.restoreProcessInstance(executions, null, null, null, null, null, null));
    }
}
