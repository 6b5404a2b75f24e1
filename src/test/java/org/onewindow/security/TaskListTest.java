package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whose tasks somebody finds, however they ask, and what the cards say. */
@HallTest
class TaskListTest {

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void aCardShowsNumberItemAndMaskedApplicant() {
        var permit = way.accepted();
        var list = list(Visitor.loggedIn(port, "zhaogang"), "待办");
        var card = StreamSupport.stream(list.at("/_embedded/task").spliterator(), false)
                .filter(task -> task.path("id").asText().equals(permit.task().getId()))
                .findFirst()
                .orElseThrow();
        assertThat(shown(card, "caseNumber")).isEqualTo(permit.number().value());
        assertThat(shown(card, "itemName")).isEqualTo("公共场所卫生许可（新办）");
        assertThat(shown(card, "applicant")).isEqualTo(permit.file().applicantName());
    }

    @Test
    void nobodyFindsWhatIsNotTheirs() {
        var permit = way.accepted();
        var id = permit.task().getId();
        var handler = Visitor.loggedIn(port, "zhaogang");
        var stranger = Visitor.loggedIn(port, "liuyang");
        var everything = Map.<String, Object>of(
                "processInstanceBusinessKey", permit.number().value());
        assertThat(found(handler, everything)).contains(id);
        for (var asked : List.<Map<String, Object>>of(
                Map.copyOf(everything),
                Map.of("candidateGroup", "health-commission-handlers", "includeAssignedTasks", true),
                Map.of("candidateGroups", List.of("health-commission-handlers", "window-commerce")),
                Map.of("orQueries", List.of(Map.of("processInstanceBusinessKeyLike", "%", "nameLike", "%"))),
                Map.of("assignee", "zhaogang"))) {
            assertThat(found(stranger, asked)).as("%s", asked).doesNotContain(id);
        }
        assertThat(found(Visitor.loggedIn(port, "fengxue", "cockpit"), everything))
                .as("supervisors see all")
                .contains(id);
    }

    @Test
    void aRevokingAuthorizationIsRefusedForNobodyWouldLookForIt() {
        var answer = Visitor.loggedIn(port, "admin")
                .engine(
                        "POST",
                        "authorization/create",
                        Map.of(
                                "type",
                                2,
                                "permissions",
                                List.of("ALL"),
                                "userId",
                                "zhangmin",
                                "resourceType",
                                7,
                                "resourceId",
                                "*"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("没有撤销类授权");
    }

    @Test
    void aSubtaskIsRefusedForNoStepWouldWaitForIt() {
        var permit = way.accepted();
        var answer = Visitor.loggedIn(port, "admin")
                .engine(
                        "POST",
                        "task/create",
                        Map.of("name", "子任务", "parentTaskId", permit.task().getId()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("不能另建子任务");
    }

    private static List<String> found(Visitor visitor, Map<String, Object> asked) {
        var answer = visitor.engine("POST", "task", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json(answer).spliterator(), false)
                .map(task -> task.path("id").asText())
                .toList();
    }

    private static JsonNode list(Visitor visitor, String name) {
        var filters = json(visitor.get(Visitor.ENGINE + "filter?resourceType=Task"));
        var filter = StreamSupport.stream(filters.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        return json(
                visitor.getHal(Visitor.ENGINE + "filter/" + filter.path("id").asText() + "/list"));
    }

    private static String shown(JsonNode card, String name) {
        return StreamSupport.stream(card.at("/_embedded/variable").spliterator(), false)
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElse(null);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
