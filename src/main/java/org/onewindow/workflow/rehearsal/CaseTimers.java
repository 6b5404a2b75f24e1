package org.onewindow.workflow.rehearsal;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** The timers of a case, and what the engine does by itself. */
final class CaseTimers {

    /** Jobs that follow each other at one time; more go round for ever. */
    private static final int MOST_AT_ONCE = 100;

    private final Stage stage;
    private final String root;
    private final ManagementService management;

    /** @param root the id of the item's process instance */
    CaseTimers(Stage stage, String root) {
        this.stage = stage;
        this.root = root;
        this.management = stage.engine().getManagementService();
    }

    /** The timers that move the case on, the earliest first; those that only watch over its deadlines are left out. */
    Map<Choice, Job> moving() {
        var moving = new LinkedHashMap<Choice, Job>();
        var timers = management.createJobQuery().rootProcessInstanceId(root).timers();
        for (var job : timers.orderByJobDuedate().asc().list()) {
            var event = element(job);
            if (!(event instanceof StartEvent)) {
                moving.put(Choice.timer(event.getId(), event.getName()), job);
            }
        }
        return moving;
    }

    /** Lets the time pass until a timer has gone off. */
    void await(Choice timer) throws Failed {
        var due = moving().get(timer).getDuedate().toInstant();
        stage.clock().set(LocalDateTime.ofInstant(due, stage.clock().getZone()));
        runDue();
    }

    /** What is due by now: timers that only watch, and steps of the engine's own. */
    void runDue() throws Failed {
        int ran = 0;
        for (var due = due(); !due.isEmpty(); due = due()) {
            var job = due.get(0);
            var name = element(job).getName();
            if (++ran > MOST_AT_ONCE) {
                throw new Failed("“" + name + "”没有任何人办理也反复进行，流程在兜圈子。", false);
            }
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException e) {
                throw new Failed("“" + name + "”之后无法继续：" + Stage.why(e), false);
            }
        }
    }

    private List<Job> due() {
        var now = stage.clock().instant();
        var jobs = management
                .createJobQuery()
                .rootProcessInstanceId(root)
                .orderByJobDuedate()
                .asc();
        return jobs.list().stream()
                .filter(job -> job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(now))
                .toList();
    }

    private FlowElement element(Job job) {
        var definitions = management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId());
        return stage.engine()
                .getRepositoryService()
                .getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(definitions.singleResult().getActivityId());
    }
}
