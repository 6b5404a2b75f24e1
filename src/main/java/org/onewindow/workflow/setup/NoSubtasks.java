package org.onewindow.workflow.setup;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.RefusedInput;

/** Tasks come from models only, and none has another below it; the engine would look for those whenever a task ends. */
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
}
