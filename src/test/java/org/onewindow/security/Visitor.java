package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody with a browser: a cookie jar, the token against forged requests, and perhaps an account. */
final class Visitor {

    static final String PASSWORD = "yichuang-demo";
    static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final CookieManager cookies;
    private final HttpClient client;

    private Visitor(int port, CookieManager cookies) {
        this.port = port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Somebody who opened the login page. */
    static Visitor anonymous(int port) {
        var visitor = new Visitor(port, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    static Visitor loggedIn(int port, String account) {
        return loggedIn(port, account, "tasklist");
    }

    static Visitor loggedIn(int port, String account, String application) {
        var visitor = anonymous(port);
        assertThat(visitor.login(account, application).statusCode())
                .as("%s logs in", account)
                .isEqualTo(200);
        visitor.get("/camunda/app/" + application + "/default/");
        return visitor;
    }

    /** The same person with the same cookies, at another node. */
    Visitor at(int otherPort) {
        return new Visitor(otherPort, cookies);
    }

    HttpResponse<String> login(String account, String application) {
        var form = "username=" + account + "&password=" + PASSWORD;
        return send(
                "POST",
                LOGIN + application,
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null, new byte[0]);
    }

    /** As a browser asks for a page. */
    HttpResponse<String> getPage(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .build());
    }

    /** As Tasklist asks for a list. */
    HttpResponse<String> getHal(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/hal+json")
                .build());
    }

    /** Puts a cookie of the visitor's own making into the jar. */
    void bring(String name, String value, String path) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://127.0.0.1:" + port + path), cookie);
    }

    /** A sound token for the pages of cases, so that only the role decides; returned is what a form sends along. */
    String takeCaseToken() {
        var known = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("DESK-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
        if (known.isEmpty()) {
            bring("DESK-TOKEN", "0123456789abcdef", "/");
        }
        var token = known.orElse("0123456789abcdef").getBytes(StandardCharsets.UTF_8);
        var masked = new byte[2 * token.length]; // masked with nothing
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    /** As a script of a workplace writes, with the pages' token. */
    HttpResponse<String> write(String method, String path, Object body) {
        var content = HttpRequest.BodyPublishers.ofByteArray(body == null ? new byte[0] : json(body));
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", takeCaseToken())
                .method(method, content)
                .build());
    }

    /** As a browser sends a page's form with a file; the fields come before it. */
    HttpResponse<String> sendFile(String path, Map<String, String> fields, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        fields.forEach((field, value) ->
                part(body, "form-data; name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "form-data; name=\"file\"; filename=\"" + name + "\"", content);
        body.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--x\r\nContent-Disposition: " + disposition + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A file as it comes. */
    HttpResponse<byte[]> download(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a browser sends a page's form. */
    HttpResponse<String> sendForm(String path, byte[] form) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build());
    }

    HttpResponse<String> engine(String method, String call, Object body) {
        return send(method, ENGINE + call, "application/json", body == null ? new byte[0] : json(body));
    }

    HttpResponse<String> submit(String call, Map<String, Object> form) {
        return engine("POST", call + "/submit-form", Map.of("variables", variables(form)));
    }

    /** As Tasklist sends them: tables as JSON, the rest as it is. */
    static Map<String, Object> variables(Map<String, Object> form) {
        var variables = new HashMap<String, Object>();
        form.forEach((key, value) -> variables.put(
                key,
                value instanceof List<?>
                        ? Map.of("value", new String(json(value), StandardCharsets.UTF_8), "type", "Json")
                        : Map.of("value", value)));
        return variables;
    }

    /** @param type the content type; null for none */
    HttpResponse<String> send(String method, String path, String type, byte[] body) {
        return send(request(method, path, type, body, true));
    }

    HttpResponse<String> sendWithoutToken(String method, String path, byte[] body) {
        return send(request(method, path, "application/json", body, false));
    }

    private HttpRequest request(String method, String path, String type, byte[] body, boolean withToken) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (withToken) {
            token().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        return request.method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
