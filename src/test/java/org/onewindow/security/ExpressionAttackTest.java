package org.onewindow.security;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-109432: nobody sends an expression that the engine would run, whoever they are and however it is dressed. */
@HallTest
class ExpressionAttackTest {

    /** Visible if it runs: it makes a group. */
    private static final String RUN = "${identityService.saveGroup(identityService.newGroup('intruders'))}";

    private static final String JSON = "application/json";

    @Autowired
    private ProcessEngine engine;

    @LocalServerPort
    private int port;

    @BeforeEach
    @AfterEach
    void clean() {
        engine.getIdentityService().clearAuthentication();
        engine.getIdentityService().deleteGroup("intruders");
    }

    static Stream<Arguments> bodies() {
        var plain = body("assigneeExpression");
        return Stream.of(
                Arguments.of("plain", plain, UTF_8, JSON),
                Arguments.of("in orQueries", "{\"orQueries\":[" + plain + "]}", UTF_8, JSON),
                Arguments.of(
                        "in orQueries of orQueries", "{\"orQueries\":[{\"orQueries\":[" + plain + "]}]}", UTF_8, JSON),
                Arguments.of("E escaped", body("assignee\\u0045xpression"), UTF_8, JSON),
                Arguments.of(
                        "all escaped",
                        "{\"orQueries\":[" + body("assigne\\u0065\\u0045\\u0078\\u0070ression") + "]}",
                        UTF_8,
                        JSON),
                Arguments.of("small letters", body("assigneeexpression"), UTF_8, JSON),
                Arguments.of("large letters", body("ASSIGNEEEXPRESSION"), UTF_8, JSON),
                Arguments.of("before a break", plain + "]]", UTF_8, JSON),
                Arguments.of(
                        "after a like key", "{\"assignee\":null,\"assignee\":\"x\"," + plain.substring(1), UTF_8, JSON),
                Arguments.of("behind blanks", " \n\t\r " + plain, UTF_8, JSON),
                Arguments.of("behind a byte order mark", "\ufeff" + plain, UTF_8, JSON),
                Arguments.of("UTF-16 with a mark", plain, UTF_16, JSON),
                Arguments.of("UTF-16LE", plain, UTF_16LE, JSON),
                Arguments.of("UTF-16BE", plain, UTF_16BE, JSON),
                Arguments.of("UTF-16LE declared", plain, UTF_16LE, JSON + ";charset=UTF-16LE"),
                Arguments.of("UTF-32", plain, Charset.forName("UTF-32BE"), JSON),
                Arguments.of("EBCDIC declared", plain, Charset.forName("IBM037"), JSON + ";charset=IBM037"),
                Arguments.of("no content type", plain, UTF_8, null),
                Arguments.of("text/plain", plain, UTF_8, "text/plain"),
                Arguments.of("text/json", plain, UTF_8, "text/json"),
                Arguments.of("application/hal+json", plain, UTF_8, "application/hal+json"),
                Arguments.of("a content type that is none", plain, UTF_8, "x"),
                Arguments.of("multipart", plain, UTF_8, "multipart/form-data;boundary=x"),
                Arguments.of("multipart with a JSON ending", plain, UTF_8, "multipart/x+json"),
                Arguments.of("a form", plain, UTF_8, "application/x-www-form-urlencoded"),
                Arguments.of("other letters in the type", plain, UTF_8, "APPLICATION/JSON"));
    }

    private static String body(String key) {
        return "{\"" + key + "\":\"" + RUN + "\"}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void anExpressionInABodyIsRefusedAndDoesNotRun(String dress, String body, Charset charset, String type) {
        var filter = engine.getFilterService()
                .createFilterQuery()
                .filterName("待办")
                .singleResult()
                .getId();
        for (var account : new String[] {"zhangmin", "admin"}) {
            var visitor = Visitor.loggedIn(port, account);
            for (var call : new String[] {
                "task",
                "task/count",
                "task?maxResults=5",
                "filter/" + filter + "/list",
                "filter/" + filter + "/count",
                "filter/" + filter + "/singleResult",
                "filter/create",
                "process-instance",
                "process-instance/count",
                "history/task",
                "history/process-instance",
                "execution",
                "variable-instance"
            }) {
                refused(visitor, Visitor.ENGINE + call, body, charset, type, account + " " + dress + " " + call);
            }
            for (var call : new String[] {
                "process-instance",
                "process-instance/count",
                "incident",
                "process-definition/x/called-process-definitions"
            }) {
                refused(
                        visitor,
                        "/camunda/api/cockpit/plugin/base/default/" + call,
                        body,
                        charset,
                        type,
                        dress + " cockpit " + call);
            }
        }
    }

    private void refused(Visitor visitor, String path, String body, Charset charset, String type, String what) {
        var answer = visitor.send("POST", path, type, body.getBytes(charset));
        assertThat(answer.statusCode()).as(what + " → " + answer.body()).isIn(400, 403, 415);
        nothingRan(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression=X",
                "assignee%45xpression=X",
                "%61ssigneeExpression=X",
                "assigneeexpression=X",
                "maxResults=5&assigneeExpression=X",
                "assigneeExpression=X&bad=%ff",
                "bad=%ff%fe&assigneeExpression=X",
                "&&assigneeExpression=X",
                "assigneeExpression=X;",
                ";assigneeExpression=X",
                "a;b=c;d&assigneeExpression=X",
                "candidateGroupsExpression=X",
                "assignee+Expression=X",
                "dueBeforeExpression=X"
            })
    void anExpressionInTheAddressIsRefusedAndDoesNotRun(String query) {
        var visitor = Visitor.loggedIn(port, "admin");
        for (var call : new String[] {"task", "task/count", "history/task"}) {
            var answer = visitor.get(Visitor.ENGINE + call + "?" + query.replace("X", Visitor.encoded(RUN)));
            nothingRan(call + "?" + query + " → " + answer.statusCode());
            assertThat(answer.statusCode())
                    .as(call + "?" + query + " → " + answer.body())
                    .isEqualTo(400);
        }
    }

    /** The container reads a limited number of parameters only, the engine's interface reads all. */
    @Test
    void anExpressionBehindAThousandParametersIsRefused() {
        var query = "a&".repeat(2000) + "assigneeExpression=" + Visitor.encoded(RUN);
        var answer = Visitor.loggedIn(port, "admin").get(Visitor.ENGINE + "task?" + query);
        nothingRan("behind many parameters → " + answer.statusCode());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private void nothingRan(String what) {
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupId("intruders")
                        .count())
                .as(what)
                .isZero();
    }
}
