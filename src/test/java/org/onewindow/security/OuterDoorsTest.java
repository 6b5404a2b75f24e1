package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server shows and takes at its outer doors: paths, sessions, headers, sizes and the words of its refusals. */
@HallTest
class OuterDoorsTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/rest/engine",
                "/camunda/engine-rest/task",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/prometheus",
                "/actuator/env",
                "/camunda/actuator",
                "/env",
                "/beans",
                "/health/db",
                "/health/liveness/livenessState",
                "/h2-console",
                "/error",
                "/config/application.yaml",
                "/application.yaml",
                "/META-INF/MANIFEST.MF",
                "/processes/routing.dmn",
                "/no/such/page",
                "/items/public-health-permit/item.yaml",
                "/items/public-health-permit/files",
                "/items/public-health-permit/files/item.yaml",
                "/items/public-health-permit/files/..%2Fitem.yaml",
                "/items/public-health-permit/files/a/b.pdf",
                "/items/no-such-item",
                "/items/no-such-item/files/a.pdf",
                "/api/items/public-health-permit/process",
                "/api/items/no-such-item/materials",
                "/api/catalog",
                "/api/catalog/indicators/all",
                "/camunda/api/no/such",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/cockpit/plugin/base/default/process-instance",
                "/camunda/api/admin/setup/default/user/create",
                "/webjars/camunda/webapp-access.json",
                "/camunda/webapp-access.json",
                "/camunda/app/../webapp-access.json"
            })
    void aPathThatIsNotOfferedIsDenied(String path) {
        var answer = Visitor.anonymous(port).get(path);
        assertThat(answer.statusCode()).as(path + " → " + answer.body()).isIn(400, 401, 403, 404);
        saysNothingOfTheInside(path, answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items",
                "/items/public-health-permit",
                "/api/items",
                "/api/items/public-health-permit/materials",
                "/api/catalog/indicators"
            })
    void theCatalogueIsReadByEverybodyAndWrittenByNobody(String path) {
        var visitor = Visitor.anonymous(port);
        assertThat(visitor.get(path).statusCode()).isEqualTo(200);
        var before = tables.contents();
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            var answer = visitor.send(method, path, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(method + " " + path).isIn(401, 403, 404, 405);
            saysNothingOfTheInside(method + " " + path, answer);
        }
        assertThat(tables.contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
    void aProbeSaysNothingButUp(String path) {
        var answer = Visitor.anonymous(port).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().replace(",\"groups\":[\"liveness\",\"readiness\"]", ""))
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theGuidesSendTheirFormToNobodyElse() {
        var headers = Visitor.anonymous(port).get("/items/public-health-permit").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src"));
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void tenMegabytesAreRefusedWithAMessage() {
        var permit = new PermitWay(hall).received();
        var clerk = Visitor.loggedIn(port, "zhangmin");
        var task = "task/" + permit.task().getId();
        var before = tables.contents();
        var answer = clerk.submit(task, Map.of("outcome", "accept", "reason", "字".repeat(10 * 1024 * 1024 / 3)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("提交的内容过长");
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(clerk.engine("GET", task, null).statusCode())
                .as("the connection is sane")
                .isEqualTo(200);
        assertThat(clerk.submit(task, Forms.accept(permit)).statusCode()).isBetween(200, 299);
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() {
        var answer = Visitor.anonymous(port).login("zhangmin", "tasklist");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void aWriteWithoutTheTokenIsRefused() {
        var permit = new PermitWay(hall).received();
        var clerk = Visitor.loggedIn(port, "zhangmin");
        var before = tables.contents();
        var answer = clerk.sendWithoutToken(
                "POST",
                Visitor.ENGINE + "task/" + permit.task().getId() + "/submit-form",
                Visitor.json(Map.of("variables", Visitor.variables(Forms.accept(permit)))));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(tables.contents()).isEqualTo(before);
        saysNothingOfTheInside("no token", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void theWorkplacesForbidFramesSniffingAndForeignContent(String application) {
        var headers = Visitor.anonymous(port)
                .get("/camunda/app/" + application + "/default/")
                .headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("base-uri 'self'"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options").orElse("")
                        + headers.firstValue("Content-Security-Policy").orElse(""))
                .containsAnyOf("DENY", "SAMEORIGIN", "frame-ancestors 'none'", "frame-ancestors 'self'");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | task/{task}/submit-form                 | {"variables":
                    POST   | task/{task}/submit-form                 | []
                    POST   | task/{task}/submit-form                 | null
                    POST   | task/{task}/submit-form                 | {"variables":{"outcome":"accept"}}
                    POST   | task/{task}/submit-form                 | {"variables":{"outcome":{"value":{},"type":"Nonsense"}}}
                    POST   | task/{task}/submit-form                 | {"variables":{"outcome":{"value":"x","type":"Integer"}}}
                    POST   | task/{task}/submit-form                 | {"variables":{"outcome":{"value":"rO0ABQ==","type":"Object","valueInfo":{"objectTypeName":"java.util.Date","serializationDataFormat":"application/x-java-serialized-object"}}}}
                    POST   | task/{task}/submit-form                 | {"unknown":1}
                    POST   | task/unknown/submit-form                | {"variables":{}}
                    POST   | task/unknown/claim                      | {"userId":"zhangmin"}
                    POST   | task/{task}/claim                       | {"userId":5}
                    POST   | task/{task}/claim                       | nonsense
                    GET    | task/unknown                            |
                    GET    | task/unknown/form-variables             |
                    GET    | task/unknown/deployed-form              |
                    GET    | task?maxResults=many                    |
                    GET    | task?sortBy=1;drop                      |
                    GET    | task?sortBy=x&sortOrder=y               |
                    GET    | task?dueDate=tomorrow                   |
                    GET    | process-definition/key/unknown          |
                    GET    | process-definition/unknown/xml          |
                    GET    | no-such-resource                        |
                    PATCH  | task/{task}                             | {}
                    DELETE | task/{task}/claim                       |
                    POST   | task                                    | {"sorting":[{"sortBy":"'","sortOrder":"asc"}]}
                    POST   | task                                    | {"processVariables":[{"name":"a","operator":"zz","value":"'"}]}
                    POST   | task                                    | {"taskId":{"a":1}}
                    POST   | process-definition/key/unknown/submit-form | {"variables":{}}
                    POST   | process-definition/key/item_public-health-permit/submit-form | {"variables":{}}
                    """)
    void aRefusalSaysNothingOfTheInside(String method, String call, String body) {
        var task = new PermitWay(hall).received().task().getId();
        var clerk = Visitor.loggedIn(port, "zhangmin");
        var before = tables.contents();
        var answer = clerk.send(
                method,
                Visitor.ENGINE + call.replace("{task}", task),
                "application/json",
                body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
        saysNothingOfTheInside(method + " " + call + " " + body, answer);
        assertThat(tables.contents()).isEqualTo(before);
    }

    private static void saysNothingOfTheInside(String what, HttpResponse<String> answer) {
        assertThat(answer.body())
                .as(what + " → " + answer.statusCode())
                .doesNotContainPattern("\\b(org|com|java|jakarta|io)\\.[a-z]+\\.[A-Za-z]")
                .doesNotContainPattern(
                        "(?i)\\bat [a-z.]+\\(|\\bselect .* from\\b|ACT_(RU|HI|RE|ID|GE)_|PSQLException|StackTrace|Apache Tomcat");
    }
}
