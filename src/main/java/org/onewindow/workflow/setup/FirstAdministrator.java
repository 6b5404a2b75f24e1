package org.onewindow.workflow.setup;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes sure that there is an administrator (系统管理员) before the first request: while there is none, anybody could make
 * themselves one (CVE-2026-77226). One who was removed on purpose does not come back as long as another is there.
 */
@Component
@EnableConfigurationProperties(FirstAdministrator.Settings.class)
class FirstAdministrator {

    /** {@code onewindow.administrator.user} and {@code .password}. */
    @ConfigurationProperties("onewindow.administrator")
    record Settings(Optional<String> user, Optional<String> password) {}

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TransactionTemplate transaction;
    private final Settings settings;

    FirstAdministrator(
            IdentityService identity,
            AuthorizationService authorizations,
            TransactionTemplate transaction,
            Settings settings) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.transaction = transaction;
        this.settings = settings;
    }

    void create() {
        transaction.executeWithoutResult(status -> {
            if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0) {
                return;
            }
            var id = settings.user()
                    .orElseThrow(() -> new IllegalStateException("没有管理员账号，请设置 onewindow.administrator.user"));
            createGroup();
            if (identity.createUserQuery().userId(id).count() == 0) {
                var user = identity.newUser(id);
                user.setLastName("系统管理员");
                user.setFirstName("");
                user.setPassword(settings.password().orElseThrow());
                identity.saveUser(user);
            }
            identity.createMembership(id, Groups.CAMUNDA_ADMIN);
        });
    }

    private void createGroup() {
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() > 0) {
            return;
        }
        var group = identity.newGroup(Groups.CAMUNDA_ADMIN);
        group.setName("系统管理员");
        group.setType(Groups.GROUP_TYPE_SYSTEM);
        identity.saveGroup(group);
        for (var resource : Resources.values()) {
            var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(Groups.CAMUNDA_ADMIN);
            authorization.setResource(resource);
            authorization.setResourceId(Authorization.ANY);
            authorization.addPermission(Permissions.ALL);
            authorizations.saveAuthorization(authorization);
        }
    }
}
