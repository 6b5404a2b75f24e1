package org.onewindow.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.issuance.Issuance;
import org.onewindow.workflow.CaseVariables;
import org.onewindow.workflow.StageTasks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which other results of an applicant can be handed over at the same time (一并送达): those that wait for the same clerk. */
@Component
class ReadyCases {

    private final TaskService tasks;
    private final Issuance issuance;

    ReadyCases(@Lazy TaskService tasks, Issuance issuance) {
        this.tasks = tasks;
        this.issuance = issuance;
    }

    /** As options of a field. */
    List<Map<String, String>> besides(CaseNumber caseNumber) {
        var user = Context.getCommandContext().getAuthentication();
        var others = issuance.readyBesides(caseNumber);
        if (user == null || others.isEmpty()) {
            return List.of();
        }
        var waiting = tasks
                .createTaskQuery()
                .processInstanceBusinessKeyIn(
                        others.stream().map(file -> file.caseNumber().value()).toArray(String[]::new))
                .taskDefinitionKey(StageTasks.ISSUE_RESULT)
                .taskCandidateGroupIn(user.getGroupIds())
                .includeAssignedTasks()
                .list()
                .stream()
                .filter(task -> isFree(task, user.getUserId()))
                .map(DelegateTask.class::cast)
                .filter(task -> task.getExecution() != null) // somebody else has handed that one over just now
                .map(CaseVariables::caseNumber)
                .collect(Collectors.toSet());
        return others.stream()
                .filter(file -> waiting.contains(file.caseNumber()))
                .map(ReadyCases::option)
                .toList();
    }

    private static boolean isFree(Task task, String account) {
        return task.getAssignee() == null || task.getAssignee().equals(account);
    }

    private static Map<String, String> option(CaseFile file) {
        var result = file.result().orElseThrow();
        return Map.of(
                "value",
                file.caseNumber().value(),
                "label",
                file.caseNumber() + " " + file.itemName() + "：" + result.name() + " " + result.number());
    }
}
