package org.onewindow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.onewindow.bench.HealthPermit.Found;
import org.onewindow.bench.HealthPermit.Json;
import org.onewindow.bench.HealthPermit.Person;

/** B1-HTTP: whole cases through the interface that Tasklist's browser uses; people log in once, in as many browsers as are needed. */
final class PlatformOverHttp implements Contender, HealthPermit.Counter {

    private final URI server;
    private final long thinking;
    private final HealthPermit permit;
    private final Map<Person, Queue<Browser>> unused = new ConcurrentHashMap<>();

    /** @param thinking milliseconds before each request */
    PlatformOverHttp(URI server, long thinking) {
        this.server = server;
        this.thinking = thinking;
        this.permit = new HealthPermit(this);
    }

    @Override
    public String name() {
        return "B1-HTTP";
    }

    @Override
    public String description() {
        return "B1 as Tasklist's browser does it: HTTP with a session, its token and authorization; clients in the same process";
    }

    @Override
    public void open(int number) {
        permit.open(number);
    }

    @Override
    public void complete(Timings timings) {
        permit.complete(timings);
    }

    @Override
    public String receive(Person person, Map<String, Object> form) {
        return send(person, "process-definition/key/" + HealthPermit.PROCESS + "/submit-form", variables(form))
                .at("/businessKey")
                .asText();
    }

    @Override
    public Found find(Person person, String number) {
        var task = send(person, "task", Map.of("processInstanceBusinessKey", number)).get(0);
        return new Found(task.get("id").asText(), task.get("assignee").textValue());
    }

    @Override
    public void claim(Person person, String task) {
        send(person, "task/" + task + "/claim", Map.of("userId", person.account()));
    }

    @Override
    public void submit(Person person, String task, Map<String, Object> form) {
        send(person, "task/" + task + "/submit-form", variables(form));
    }

    private JsonNode send(Person person, String call, Object body) {
        think();
        var waiting = unused.computeIfAbsent(person, one -> new ConcurrentLinkedQueue<>());
        var browser = Optional.ofNullable(waiting.poll()).orElseGet(() -> Browser.loggedIn(server, person.account()));
        var answer = browser.send(call, body);
        waiting.add(browser);
        return answer;
    }

    private void think() {
        try {
            Thread.sleep(thinking);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> variables(Map<String, Object> form) {
        var variables = new HashMap<String, Object>();
        form.forEach((name, value) -> variables.put(
                name,
                value instanceof Json json ? Map.of("value", json.text(), "type", "Json") : Map.of("value", value)));
        return Map.of("variables", variables);
    }

    @Override
    public void close() {
        // the application is closed by whoever started it
    }
}
