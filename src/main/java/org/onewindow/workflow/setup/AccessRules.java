package org.onewindow.workflow.setup;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.catalog.publication.ItemsPublished;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StageTasks;
import org.onewindow.workflow.clock.Measures;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who may do what. Nothing is allowed but what is granted here and what a task's own candidate groups bring with them.
 * Grants go to groups only.
 */
@Component
class AccessRules {

    /** 流程设计: read models, no case. */
    static final String DESIGNERS = "designers";

    /** Whoever has a task sees the model that it stands in. */
    private static final List<String> STAGES = Stream.concat(
                    Stream.of(StageTasks.FRONT_DESK, StageTasks.ISSUANCE), Measures.ALL.stream())
            .toList();

    private final AuthorizationService authorizations;
    private final IdentityService identity;
    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;
    /** The grants that there are, while they are brought up to date. */
    private final Map<List<Object>, Authorization> granted = new HashMap<>();

    AccessRules(
            AuthorizationService authorizations,
            IdentityService identity,
            Catalog catalog,
            Organization organization,
            Clock clock) {
        this.authorizations = authorizations;
        this.identity = identity;
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
    }

    /** Who may start an item goes by what is published, in the same transaction. */
    @EventListener
    synchronized void follow(ItemsPublished published) {
        load();
        published.versions().forEach(version -> grant(version.item()));
    }

    synchronized void grant() {
        load();
        staffGroups().forEach((group, name) -> {
            ensureGroup(group, name);
            allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            allow(group, Resources.USER, ANY, Permissions.READ); // who has a task is shown by name
            STAGES.forEach(stage -> allow(group, Resources.PROCESS_DEFINITION, stage, Permissions.READ));
        });
        for (var window : organization.windows()) {
            allow(window.id(), Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }
        ensureGroup(Organization.PARTNERS, "合作平台");
        allow(Organization.PARTNERS, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        catalog.entries().forEach(entry -> grant(entry.item()));
        for (var department : organization.departments()) {
            department.approvers().forEach(this::allowMeasures);
        }
        grantObservers();
    }

    /** Of the cases that they have in hand; the start itself looks at that. */
    private void allowMeasures(String approvers) {
        allow(approvers, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        Measures.STARTED_BY_APPROVERS.forEach(process -> allowStart(approvers, process));
    }

    /** In one go: a district has about a thousand items, each with half a dozen grants. */
    private void load() {
        granted.clear();
        authorizations
                .createAuthorizationQuery()
                .list()
                .forEach(found ->
                        granted.put(key(found.getGroupId(), found.getResourceType(), found.getResourceId()), found));
    }

    private void grant(ServiceItem item) {
        var process = "item_" + item.code();
        boolean isOnOffer = item.isOnOffer(LocalDate.now(clock));
        organization.windowOfClass(item.windowClass()).ifPresent(window -> allowItem(window.id(), process, isOnOffer));
        allowItem(Organization.PARTNERS, process, isOnOffer);
        organization.department(item.department()).ifPresent(department -> department
                .groups()
                .forEach(group -> allow(group, Resources.PROCESS_DEFINITION, process, Permissions.READ)));
    }

    /** A withdrawn item leaves the list of those that can be started; its cases stay in reach. */
    private void allowItem(String group, String process, boolean isOnOffer) {
        var grant = granted.get(key(group, Resources.PROCESS_DEFINITION.resourceType(), process));
        if (isOnOffer) {
            allowStart(group, process);
        } else if (grant != null && grant.isPermissionGranted(Permissions.CREATE_INSTANCE)) {
            grant.setPermissions(new Permission[] {Permissions.READ});
            authorizations.saveAuthorization(grant);
        }
    }

    private void allowStart(String group, String process) {
        allow(group, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE);
    }

    private void grantObservers() {
        ensureGroup(Organization.SUPERVISORS, "效能监督");
        allow(Organization.SUPERVISORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(
                Organization.SUPERVISORS,
                Resources.PROCESS_DEFINITION,
                ANY,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        ensureGroup(DESIGNERS, "流程设计");
        allow(DESIGNERS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        for (var resource :
                List.of(Resources.PROCESS_DEFINITION, Resources.DECISION_DEFINITION, Resources.DEPLOYMENT)) {
            allow(DESIGNERS, resource, ANY, Permissions.READ);
        }
    }

    /** Everybody who works in Tasklist: groups and their names. */
    private Map<String, String> staffGroups() {
        var groups = new LinkedHashMap<String, String>();
        organization.windows().forEach(window -> groups.put(window.id(), window.name()));
        for (var department : organization.departments()) {
            groups.put(department.handlers(), department.name() + "承办岗");
            groups.put(department.reviewers(), department.name() + "审核岗");
            groups.put(department.deciders(), department.name() + "决定岗");
            groups.put(department.heads(), department.name() + "负责人");
        }
        groups.put(Organization.ISSUANCE, "统一出件窗口");
        groups.put(Organization.DISPATCH, "分办岗");
        return groups;
    }

    private void ensureGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void allow(String group, Resource resource, String id, Permission... permissions) {
        var existing = granted.get(key(group, resource.resourceType(), id));
        if (existing != null && Arrays.stream(permissions).allMatch(existing::isPermissionGranted)) {
            return;
        }
        var authorization =
                existing != null ? existing : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        granted.put(key(group, resource.resourceType(), id), authorizations.saveAuthorization(authorization));
    }

    private static List<Object> key(String group, int resourceType, String id) {
        return Arrays.asList(group, resourceType, id);
    }
}
