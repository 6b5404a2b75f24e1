package org.onewindow.workflow.clock;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks to which their model gives a time of its own; read from the deployed models without an engine. */
@Repository
class OwnDueDates {

    private final JdbcClient jdbc;
    private final Map<String, Set<String>> tasks = new ConcurrentHashMap<>();

    OwnDueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param definition the process definition's id
     * @param task the task's id in the model
     */
    boolean has(String definition, String task) {
        return tasks.computeIfAbsent(definition, this::read).contains(task);
    }

    private Set<String> read(String definition) {
        var model = jdbc.sql("""
                        select b.bytes_ from act_re_procdef d join act_ge_bytearray b
                            on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                        where d.id_ = ?""").param(definition).query(byte[].class).single();
        return Bpmn.readModelFromStream(new ByteArrayInputStream(model)).getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaDueDate() != null)
                .map(UserTask::getId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
