package org.onewindow.workflow.setup;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.RefusedInput;

/**
 * Tasks come from models only: none has another below it, and none shares its execution with another. The engine would look for
 * such whenever a task ends.
 */
class NoSubtasks extends TaskManager {

    @Override
    public void insertTask(TaskEntity task) {
        if (task.getParentTaskId() != null) {
            throw new RefusedInput("本系统的任务由流程产生，不能另建子任务");
        }
        super.insertTask(task);
    }

    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
        return List.of();
    }

    @Override
    public List<TaskEntity> findTasksByExecutionId(String execution) {
        var read = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.equals(task.getExecutionId()))
                .toList();
        return read.isEmpty() ? super.findTasksByExecutionId(execution) : new ArrayList<>(read);
    }
}
