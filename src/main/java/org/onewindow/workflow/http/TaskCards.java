package org.onewindow.workflow.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.clock.TaskClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Writes onto the cards of a task list what they show of their cases, read from the case files in two statements a list. As
 * variables of the engine it would be written anew for each task of a case and for each of its stages.
 */
public class TaskCards extends OncePerRequestFilter {

    /** As the task lists name them. */
    public static final String CASE_NUMBER = "caseNumber";

    public static final String ITEM_NAME = "itemName";
    /** Masked. */
    public static final String APPLICANT = "applicant";

    private static final Pattern LIST = Pattern.compile("/camunda/api/engine/engine/[^/]+/filter/[^/]+/list/*");

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final ObjectMapper json;

    TaskCards(JdbcClient jdbc, CaseFiles files, ObjectMapper json) {
        this.jdbc = jdbc;
        this.files = files;
        this.json = json;
    }

    private record Card(String task, CaseNumber caseNumber, Optional<String> paused) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LIST.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK && answer.getContentSize() > 0) {
            var list = json.readTree(answer.getContentAsByteArray());
            fillIn(list);
            answer.resetBuffer();
            answer.getOutputStream().write(json.writeValueAsBytes(list));
        }
        answer.copyBodyToResponse();
    }

    private void fillIn(JsonNode list) {
        var tasks = list.at("/_embedded/task");
        if (tasks.isEmpty()) {
            return;
        }
        var cards = cards(StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.path("id").asText())
                .toArray(String[]::new));
        var cases = files.findAll(cards.values().stream().map(Card::caseNumber).toList());
        for (var task : tasks) {
            var card = cards.get(task.path("id").asText());
            var file = card == null ? null : cases.get(card.caseNumber());
            if (file != null) {
                var shown = embedded((ObjectNode) task).putArray("variable");
                show(shown, CASE_NUMBER, file.caseNumber().value());
                show(shown, ITEM_NAME, file.itemName());
                show(shown, APPLICANT, file.applicantName());
                card.paused().ifPresent(paused -> show(shown, TaskClock.PAUSED, paused));
            }
        }
    }

    private Map<String, Card> cards(String[] tasks) {
        return jdbc
                .sql("""
                        select t.id_, e.business_key_, v.text_ from act_ru_task t
                            join act_ru_execution e on e.id_ = t.proc_inst_id_
                            left join act_ru_variable v on v.task_id_ = t.id_ and v.name_ = ?
                        where t.id_ = any (?) and e.business_key_ is not null""")
                .params(TaskClock.PAUSED, tasks)
                .query((row, n) -> new Card(
                        row.getString(1), new CaseNumber(row.getString(2)), Optional.ofNullable(row.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Card::task, Function.identity()));
    }

    private static ObjectNode embedded(ObjectNode task) {
        return task.path("_embedded").isObject() ? (ObjectNode) task.get("_embedded") : task.putObject("_embedded");
    }

    private static void show(ArrayNode shown, String name, String value) {
        shown.addObject()
                .put("name", name)
                .put("value", value)
                .put("type", "String")
                .putObject("valueInfo");
    }
}
