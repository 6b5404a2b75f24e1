package org.onewindow.workflow.setup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * Reads the variables of a process instance in one statement a command. The engine would ask for those of the task, of its
 * execution and of each execution above it, one after the other, when it looks for a single one.
 */
class WholeInstanceVariables extends VariableInstanceManager {

    private final Map<String, List<VariableInstanceEntity>> byInstance = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String id, Collection<String> names) {
        var task = getDbEntityManager().getCachedEntity(TaskEntity.class, id);
        return task == null || names != null || task.getProcessInstanceId() == null
                ? super.findVariableInstancesByTaskIdAndVariableNames(id, names)
                : ofInstance(task.getProcessInstanceId(), variable -> id.equals(variable.getTaskId()));
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
            String id, Collection<String> names) {
        var execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, id);
        return execution == null || names != null
                ? super.findVariableInstancesByExecutionIdAndVariableNames(id, names)
                : ofInstance(
                        execution.getProcessInstanceId(),
                        variable -> id.equals(variable.getExecutionId()) && variable.getTaskId() == null);
    }

    private List<VariableInstanceEntity> ofInstance(String instance, Predicate<VariableInstanceEntity> wanted) {
        return byInstance.computeIfAbsent(instance, this::findVariableInstancesByProcessInstanceId).stream()
                .filter(wanted)
                .toList();
    }
}
