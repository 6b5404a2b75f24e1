package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-77226: nobody makes themselves an administrator, not even while there is none. */
@HallTest
class SetupAttackTest {

    private static final byte[] INTRUDER = Visitor.json(Map.of(
            "profile", Map.of("id", "intruder", "firstName", "a", "lastName", "b", "email", ""),
            "credentials", Map.of("password", "Long-Enough-1234")));

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Tables tables;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin/setup/default;x=y/user/create",
                "/camunda/api/admin/setup/default/user/create;x=y",
                "/camunda;x=y/api/admin/setup/default/user/create",
                "/camunda/api;x=y/admin/setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/./admin/setup/default/user/create",
                "/camunda/api/x/../admin/setup/default/user/create",
                "/camunda/api/%2e/admin/setup/default/user/create",
                "/camunda/api/x/%2e%2e/admin/setup/default/user/create",
                "/camunda/app/%2e%2e/api/admin/setup/default/user/create",
                "/camunda/app/..;/api/admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/%61pi/admin/setup/default/user/create",
                "/camunda/api%2fadmin/setup/default/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin%5csetup/default/user/create",
                "/camunda/api/admin/setup%0a/default/user/create",
                "/camunda/api/ADMIN/SETUP/default/user/create",
                "/CAMUNDA/API/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/../../setup/default/user/create",
                "/camunda/api/admin/auth/user/default/../../../setup/default/user/create",
                "/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create?x=/api/engine/engine/",
                "/camunda/api/cockpit/setup/default/user/create"
            })
    void theSetUpOfAnAdministratorIsClosed(String path) {
        attack(path);
        var identity = engine.getIdentityService();
        var administrators = identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId)
                .toList();
        assertThat(administrators).isNotEmpty();
        administrators.forEach(id -> identity.deleteMembership(id, Groups.CAMUNDA_ADMIN));
        try {
            attack(path);
        } finally {
            identity.deleteUser("intruder");
            administrators.forEach(id -> identity.createMembership(id, Groups.CAMUNDA_ADMIN));
        }
    }

    private void attack(String path) {
        var visitor = Visitor.anonymous(port);
        var before = tables.contents();
        var answer = visitor.send("POST", path, "application/json", INTRUDER);
        assertThat(answer.statusCode()).as(path + " → " + answer.body()).isIn(400, 401, 403, 404, 405);
        assertThat(tables.contents()).as(path).isEqualTo(before);
    }
}
