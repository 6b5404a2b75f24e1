package org.onewindow.workflow.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.spin.plugin.variable.SpinValues;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Sample cases, taken through their steps by the demo's accounts and the same forms that people use. */
@Component
@Profile("!production")
class DemoCases {

    record Step(String by, Map<String, Object> form) {}

    record Case(String item, String receivedBy, Map<String, Object> application, List<Step> steps) {}

    record CasesFile(List<Case> cases) {}

    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final CaseFiles files;
    private final ObjectMapper json;
    private final Clock clock;
    private final Resource file;

    DemoCases(
            IdentityService identity,
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            CaseFiles files,
            ObjectMapper json,
            Clock clock,
            @Value("classpath:config/demo/cases.yaml") Resource file) {
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.files = files;
        this.json = json;
        this.clock = clock;
        this.file = file;
    }

    void load() {
        try (var content = file.getInputStream()) {
            new YAMLMapper().readValue(content, CasesFile.class).cases().forEach(this::play);
        } catch (IOException e) {
            throw new IllegalStateException("config/demo/cases.yaml", e);
        } finally {
            identity.clearAuthentication();
        }
    }

    private void play(Case sample) {
        actAs(sample.receivedBy());
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("item_" + sample.item())
                .latestVersion()
                .singleResult();
        var instance = forms.submitStartForm(definition.getId(), sample.application());
        var caseNumber = new CaseNumber(instance.getBusinessKey());
        for (var step : sample.steps()) {
            actAs(step.by());
            var task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseNumber.value())
                    .singleResult();
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), step.by());
            }
            forms.submitTaskForm(task.getId(), filledIn(step.form(), sample, caseNumber));
        }
    }

    private Map<String, Object> filledIn(Map<String, Object> form, Case sample, CaseNumber caseNumber) {
        var values = new HashMap<>(form);
        values.computeIfPresent(
                "checkedOn", (key, today) -> LocalDate.now(clock).toString());
        values.computeIfPresent(
                "identityNumber", (key, applicant) -> sample.application().get("idNumber"));
        values.computeIfPresent("materials", (key, state) -> ticks(caseNumber, state.equals("complete")));
        return values;
    }

    private Object ticks(CaseNumber caseNumber, boolean complete) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var material : files.materials(caseNumber)) {
            boolean here = complete || material.position() != 1;
            var row = new HashMap<String, Object>();
            row.put("copiesReceived", here ? material.copies() : 0);
            row.put("upToStandard", here);
            if (material.needsOriginalCheck()) {
                row.put("originalChecked", here);
            }
            if (!here) {
                row.put("defect", "请补交填写完整并签字的申请表");
            }
            rows.add(row);
        }
        try {
            return SpinValues.jsonValue(json.writeValueAsString(rows)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void actAs(String account) {
        identity.clearAuthentication();
        var groups = identity.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(account, groups);
    }
}
