package org.onewindow.bench.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Somebody at Tasklist, as the browser does it: cookies, the token against forged requests, and another node if one is gone. */
final class Clerk {

    private static final byte[] NOTHING = {};
    private static final String BOUNDARY = "the-end-of-a-part";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String account;
    private final List<Node> nodes;
    private final Map<String, String> cookies = new TreeMap<>();
    private int node;
    private boolean loggedIn;
    private int lostSessions;

    /** @param node where to begin */
    Clerk(String account, List<Node> nodes, int node) {
        this.account = account;
        this.nodes = nodes;
        this.node = node;
    }

    String account() {
        return account;
    }

    /** How often the account had to log in again. */
    int lostSessions() {
        return lostSessions;
    }

    /** What a node answered. */
    record Answer(int status, String text) {

        boolean isDone() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Empty if there was no answer; nobody knows then whether it was done. */
    Optional<Answer> call(String method, String call, Object body) throws InterruptedException {
        return loggedIn(method, ENGINE + call, "application/json", write(body).getBytes(StandardCharsets.UTF_8));
    }

    /** A page beside Tasklist. */
    Optional<Answer> open(String path) throws InterruptedException {
        return loggedIn("GET", path, null, NOTHING);
    }

    /** Sends a page's form with a file. @param token the page's, against forged requests */
    Optional<Answer> upload(String path, String token, byte[] content) throws InterruptedException {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"scan.png\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return loggedIn("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String field, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + field + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Answer> loggedIn(String method, String path, String type, byte[] body) throws InterruptedException {
        if (!loggedIn && !logIn()) {
            return Optional.empty();
        }
        var answer = send(method, path, type, body);
        if (answer.filter(given -> given.status() == 401 || given.status() == 403 && given.text().contains("CSRF")).isPresent()) {
            lostSessions++;
            loggedIn = false;
        }
        return answer;
    }

    private boolean logIn() throws InterruptedException {
        cookies.clear();
        var page = "/camunda/app/tasklist/default/";
        var form = "username=" + account + "&password=" + Server.PASSWORD.replace("!", "%21");
        loggedIn = send("GET", page, null, NOTHING).filter(Answer::isDone).isPresent()
                && send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8))
                        .filter(Answer::isDone)
                        .isPresent()
                && send("GET", page, null, NOTHING).filter(Answer::isDone).isPresent();
        return loggedIn;
    }

    private Optional<Answer> send(String method, String path, String type, byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(nodes.get(node % nodes.size()).address() + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            var all = new StringBuilder();
            cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ").append(name).append('=').append(value));
            request.header("Cookie", all.toString());
        }
        if (path.startsWith("/camunda/") && cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return Optional.of(new Answer(response.statusCode(), response.body()));
        } catch (IOException gone) {
            node++;
            return Optional.empty();
        }
    }

    private static String write(Object body) {
        try {
            return body == null ? "" : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
