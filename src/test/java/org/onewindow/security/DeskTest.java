package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Tasklist's scripts ask the server for: everybody's own, and nothing of others. */
@HallTest
class DeskTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Hall hall;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;
    private String task;

    @BeforeEach
    void acceptAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.accepted();
        task = hall.as("zhaogang").find(permit, "task_handle").getId();
    }

    @Test
    void aCardSaysHowTheCaseStands() {
        var card = json(visit("zhaogang").get("/desk/cards?tasks=" + task)).get(0);
        assertThat(card.get("caseNumber").asText()).isEqualTo(permit.number().value());
        assertThat(card.get("applicant").asText()).isEqualTo("李**");
        assertThat(card.get("word").asText()).isEqualTo("正常");
        assertThat(card.get("left").asText()).isEqualTo("还有7个工作日");
        assertThat(card.get("isFree").asBoolean()).isTrue();
        hall.at("2026-03-16T09:00");
        assertThat(json(visit("zhaogang").get("/desk/cards?tasks=" + task))
                        .get(0)
                        .get("left")
                        .asText())
                .isEqualTo("已超3个工作日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhangmin", "sunjie", "wujing", "wangfang"})
    void whoseTaskItIsNotSeesNoCardAndFindsAndKeepsNothing(String account) {
        var stranger = visit(account);
        assertThat(json(stranger.get("/desk/cards?tasks=" + task))).isEmpty();
        assertThat(json(stranger.get("/desk/search?q=" + permit.number()))).isEmpty();
        assertThat(stranger.write("PUT", draft(), Map.of("opinion", "x")).statusCode())
                .isEqualTo(404);
        assertThat(stranger.write("POST", "/desk/tasks/" + task + "/presence", Map.of())
                        .statusCode())
                .isEqualTo(404);
        var claim = json(stranger.write("POST", "/desk/claims", List.of(task))).get(0);
        assertThat(claim.get("refused").asText()).isEqualTo("不在您的岗位范围内");
        assertThat(hall.as("zhaogang").find(permit, "task_handle").getAssignee())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /desk/token", "GET, /desk/cards?tasks=x", "GET, /desk/search?q=1502", "POST, /desk/claims",
        "POST, /desk/tasks/x/presence", "GET, /desk/tasks/x/draft", "PUT, /desk/tasks/x/draft", "GET, /desk/phrases",
        "POST, /desk/phrases", "DELETE, /desk/phrases/1", "GET, /desk/tasks/x/case", "GET, /desk/no-such-thing"
    })
    void whoIsNotLoggedInGetsNothing(String method, String path) {
        var answer =
                Visitor.anonymous(port).send(method, path, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isIn(401, 403);
    }

    @Test
    void nothingIsWrittenWithoutTheToken() {
        assertThat(visit("zhaogang")
                        .send("PUT", draft(), "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{number}", "{end}", "公共场所", "李建国", "李**"})
    void aTaskIsFoundByNumberItemAndApplicant(String sought) {
        var number = permit.number().value();
        var text = sought.replace("{number}", number).replace("{end}", number.substring(15));
        var found = json(visit("zhaogang").get("/desk/search?q=" + encoded(text)));
        assertThat(found).isNotEmpty();
        if (sought.startsWith("{")) {
            assertThat(found.findValuesAsText("caseNumber")).contains(number);
        }
    }

    /** A wildcard would find everything. */
    @ParameterizedTest
    @ValueSource(strings = {"%%", "__", "王", ""})
    void whatIsNoNameFindsNothing(String sought) {
        assertThat(json(visit("zhaogang").get("/desk/search?q=" + encoded(sought))))
                .isEmpty();
    }

    @Test
    void aDraftIsItsWritersAlone() {
        var handler = visit("zhaogang");
        assertThat(handler.write("PUT", draft(), Map.of("opinion", "拟同意")).statusCode())
                .isEqualTo(204);
        assertThat(json(handler.get(draft())).at("/content/opinion").asText()).isEqualTo("拟同意");
        assertThat(json(handler.get(draft())).get("savedAt").asText()).isEqualTo("3月2日 09:00");
        assertThat(json(visit("qianwei").get(draft())).get("content").isNull()).isTrue();
        assertThat(handler.write("PUT", draft(), Map.of("opinion", "长".repeat(200_001)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(handler.write("DELETE", draft(), null).statusCode()).isEqualTo(204);
        assertThat(json(handler.get(draft())).get("content").isNull()).isTrue();
    }

    @Test
    void severalAreClaimedAndTheOthersNamed() {
        var second = way.accepted();
        var taken = hall.as("qianwei").claim(second, "task_handle").getId();
        var answers = json(visit("zhaogang").write("POST", "/desk/claims", List.of(task, taken, "no-such-task")));
        assertThat(answers.get(0).get("refused").isNull()).isTrue();
        assertThat(answers.get(1).get("refused").asText()).isEqualTo("已由他人认领");
        assertThat(answers.get(2).get("refused").asText()).isEqualTo("已经办理");
        assertThat(hall.as("zhaogang").find(permit, "task_handle").getAssignee())
                .isEqualTo("zhaogang");
    }

    @Test
    void everybodyKeepsTheirPhrasesAndHeadsThoseOfTheDepartment() {
        var text = "经审查，符合法定条件，拟同意。";
        visit("zhaogang").write("POST", "/desk/phrases", Map.of("text", text, "shared", false));
        assertThat(visit("zhaogang")
                        .write("POST", "/desk/phrases", Map.of("text", text, "shared", true))
                        .statusCode())
                .isEqualTo(422);
        visit("guowei").write("POST", "/desk/phrases", Map.of("text", "卫健委用语", "shared", true));
        assertThat(phrases("zhaogang")).contains(text, "卫健委用语");
        assertThat(phrases("qianwei")).contains("卫健委用语").doesNotContain(text);
        assertThat(phrases("wujing")).doesNotContain("卫健委用语", text);

        var id = jdbc.sql("select id from phrase where text = '卫健委用语'")
                .query(Long.class)
                .single();
        visit("zhaogang").write("DELETE", "/desk/phrases/" + id, null);
        assertThat(phrases("qianwei")).contains("卫健委用语");
        visit("guowei").write("DELETE", "/desk/phrases/" + id, null);
        assertThat(phrases("qianwei")).doesNotContain("卫健委用语");
    }

    private List<String> phrases(String account) {
        return json(visit(account).get("/desk/phrases")).findValuesAsText("text");
    }

    private String draft() {
        return "/desk/tasks/" + task + "/draft";
    }

    private Visitor visit(String account) {
        return Visitor.loggedIn(port, account);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
