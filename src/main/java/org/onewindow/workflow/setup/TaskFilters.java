package org.onewindow.workflow.setup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StageTasks;
import org.onewindow.workflow.clock.TaskClock;
import org.onewindow.workflow.http.TaskCards;
import org.springframework.stereotype.Component;

/** The lists that each role finds in Tasklist. */
@Component
class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final Organization organization;

    TaskFilters(
            FilterService filters, TaskService tasks, AuthorizationService authorizations, Organization organization) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.organization = organization;
    }

    void create() {
        var windows = organization.windows().stream().map(window -> window.id()).toList();
        var departments = organization.departments().stream()
                .flatMap(department -> department.groups().stream())
                .toList();
        var backOffice = Stream.concat(departments.stream(), Stream.of(Organization.DISPATCH))
                .toList();
        var everybody = Stream.of(windows, backOffice, List.of(Organization.ISSUANCE))
                .flatMap(List::stream)
                .toList();
        var issuing = Stream.concat(windows.stream(), Stream.of(Organization.ISSUANCE))
                .toList();
        // Tasklist opens with the first one: a window's is what it may accept. What a department accepts itself is
        // among 待办.
        create("待受理", 10, "#2f6fb3", mine().taskDefinitionKey(StageTasks.VERIFY_MATERIALS), windows);
        create("待补正", 20, "#8a6d1f", mine().taskDefinitionKey(StageTasks.REGISTER_CORRECTION), windows);
        create("待办", 30, "#2f6fb3", mine(), everybody);
        create(
                "即将到期",
                40,
                "#9a5c00",
                mine().dueAfterExpression("${now()}").dueBeforeExpression("${caseDates.soon()}"),
                everybody);
        create("已超期", 50, "#b3261e", mine().dueBeforeExpression("${now()}"), everybody);
        create("待接收", 55, "#2e7d32", mine().taskDefinitionKey(StageTasks.RECEIVE_RESULT), issuing);
        create("待出件", 60, "#2e7d32", mine().taskDefinitionKey(StageTasks.ISSUE_RESULT), issuing);
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
    }

    private void create(String name, int priority, String color, TaskQuery query, List<String> groups) {
        var existing = filters.createTaskFilterQuery().filterName(name).singleResult();
        var filter = existing != null ? existing : filters.newTaskFilter(name);
        if (existing == null) {
            filter.setQuery(query);
            filter.setProperties(Map.of(
                    "priority",
                    priority,
                    "color",
                    color,
                    "refresh",
                    true,
                    "showUndefinedVariable",
                    false,
                    "variables",
                    List.of(
                            variable(TaskCards.CASE_NUMBER, "办件编号"),
                            variable(TaskCards.ITEM_NAME, "事项"),
                            variable(TaskCards.APPLICANT, "申请人"),
                            variable(TaskClock.PAUSED, "时限"))));
            filters.saveFilter(filter);
        }
        groups.forEach(group -> show(filter.getId(), group));
    }

    private static Map<String, String> variable(String name, String label) {
        return Map.of("name", name, "label", label);
    }

    private void show(String filter, String group) {
        boolean shown = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(Resources.FILTER)
                        .resourceId(filter)
                        .count()
                > 0;
        if (!shown) {
            var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(Resources.FILTER);
            authorization.setResourceId(filter);
            authorization.addPermission(Permissions.READ);
            authorizations.saveAuthorization(authorization);
        }
    }
}
