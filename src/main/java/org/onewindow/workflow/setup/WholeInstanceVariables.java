package org.onewindow.workflow.setup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads the variables of a process instance in one statement a command. The engine would ask for those of the task, of its
 * execution and of each execution above it, one after the other, when it looks for a single one.
 */
class WholeInstanceVariables extends VariableInstanceManager {

    /** By instance, then by task or execution as it was read: the engine moves variables when executions replace each other. */
    private final Map<String, Map<String, List<VariableInstanceEntity>>> byInstance = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String id, Collection<String> names) {
        var task = getDbEntityManager().getCachedEntity(TaskEntity.class, id);
        return task == null || names != null || task.getProcessInstanceId() == null
                ? super.findVariableInstancesByTaskIdAndVariableNames(id, names)
                : ofScope(task.getProcessInstanceId(), id);
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
            String id, Collection<String> names) {
        var execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
        return execution == null || names != null
                ? super.findVariableInstancesByExecutionIdAndVariableNames(id, names)
                : ofScope(execution.getProcessInstanceId(), id);
    }

    private List<VariableInstanceEntity> ofScope(String instance, String id) {
        return byInstance.computeIfAbsent(instance, this::read).getOrDefault(id, List.of());
    }

    private Map<String, List<VariableInstanceEntity>> read(String instance) {
        return findVariableInstancesByProcessInstanceId(instance).stream()
                .collect(Collectors.groupingBy(VariableInstanceEntity::getVariableScopeId));
    }
}
