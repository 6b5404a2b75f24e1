package org.onewindow.workflow.rehearsal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What the designer drew and no path came to; the watch over the deadlines is not the item's own. */
final class Untouched {

    /** Forms of steps that routing.dmn and the letters of authorisation may make needless. */
    private static final Set<String> EXCUSED = Set.of("dispatch", "decide-at-window");

    private final List<FlowNode> nodes;

    Untouched(ProcessEngine engine, ProcessDefinition process) {
        var passed = engine.getHistoryService().createHistoricActivityInstanceQuery();
        var touched = passed.processDefinitionId(process.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
        var model = engine.getRepositoryService().getBpmnModelInstance(process.getId());
        this.nodes = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> (node instanceof Activity || node instanceof Event)
                        && !touched.contains(node.getId())
                        && !isWatch(node))
                .toList();
    }

    List<String> names() {
        return nodes.stream().map(Untouched::name).toList();
    }

    List<String> faults() {
        return nodes.stream()
                .filter(node -> !isExcused(node))
                .map(node -> "没有一条路径走到“" + name(node) + "”，请检查通到它的条件，或者删去。")
                .toList();
    }

    private static boolean isExcused(FlowNode node) {
        return node instanceof UserTask task && EXCUSED.contains(String.valueOf(task.getCamundaFormRef()));
    }

    private static String name(FlowNode node) {
        return node.getName() == null ? node.getId() : node.getName();
    }

    private static boolean isWatch(FlowNode node) {
        return isEventSubProcess(node)
                || node.getParentElement() instanceof FlowNode parent && isEventSubProcess(parent);
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess process && process.triggeredByEvent();
    }
}
