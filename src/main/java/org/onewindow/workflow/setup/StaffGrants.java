package org.onewindow.workflow.setup;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.organization.Organization;

/**
 * The engine's grants, and beside them one rule for tasks: a task belongs to its assignee and to its candidate groups. The
 * engine would write that down as authorizations of each task, to be looked up at every step; the task says it already.
 */
class StaffGrants extends AuthorizationManager {

    /** Their lists go by grants over whole models, not by what is theirs. */
    private static final Set<String> OBSERVERS = Set.of(Organization.SUPERVISORS, Groups.CAMUNDA_ADMIN);

    /** Whether somebody may read a task and work on it. */
    static boolean isOwn(TaskEntity task, Authentication person) {
        return person.getUserId().equals(task.getAssignee())
                || task.getCandidates().stream()
                        .anyMatch(candidate -> groups(person).contains(candidate.getGroupId()));
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        var person = getCurrentAuthentication();
        boolean isChecked = isAuthorizationEnabled()
                && person != null
                && getCommandContext().isAuthorizationCheckEnabled();
        if (!isChecked || !Collections.disjoint(groups(person), OBSERVERS)) {
            super.configureTaskQuery(query);
        } else if (!asksForOwn(query, person)) {
            var own = query.or().taskAssignee(person.getUserId());
            if (!groups(person).isEmpty()) {
                own.taskCandidateGroupIn(groups(person)).includeAssignedTasks();
            }
            own.endOr();
        }
    }

    /** Then the query finds nothing else anyway. */
    private static boolean asksForOwn(TaskQueryImpl query, Authentication person) {
        var asked = query.getCandidateGroups();
        return person.getUserId().equals(query.getAssignee())
                || asked != null && !asked.isEmpty() && groups(person).containsAll(asked);
    }

    private static List<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    /**
     * The engine asks in every command which groups have any authorization at all, with a scan of all authorizations, in
     * order to leave the others out of its checks. Checking for all groups of the user comes to the same.
     */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? List.of() : groups;
    }

    /** The engine would ask in every command whether there are any. */
    @Override
    protected boolean isRevokeAuthCheckEnabled(String user, List<String> groups) {
        return false;
    }

    @Override
    public void insert(DbEntity authorization) {
        if (((AuthorizationEntity) authorization).getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
            throw new RefusedInput("本系统的权限只有授予，没有撤销类授权；要收回权限，请删除或者修改相应的授予");
        }
        super.insert(authorization);
    }

    /** A task and a process instance never have any of their own. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (resource != Resources.TASK && resource != Resources.PROCESS_INSTANCE) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }
}
