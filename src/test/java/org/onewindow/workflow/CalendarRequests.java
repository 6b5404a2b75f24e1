package org.onewindow.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;

/** What an administrator sends to the REST interface to load a year. */
final class CalendarRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String account;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CalendarRequests(int port, String account) {
        this.port = port;
        this.account = account;
    }

    record Answer(int status, JsonNode body) {}

    Answer preview(int year, String yaml) {
        return send("POST", year + "/preview", yaml);
    }

    Answer load(int year, String yaml) {
        return send("PUT", "" + year, yaml);
    }

    Answer read(int year) {
        return send("GET", "" + year, "");
    }

    Answer change(long id) {
        return send("GET", "changes/" + id, "");
    }

    private Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/calendar/" + path))
                .header("Content-Type", "application/yaml")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!account.isEmpty()) {
            var login = account + ":yichuang-demo";
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A year whose New Year holiday is the first to the third of January, and the weekdays after if there are more. */
    static String newYear(int year, int days) {
        return """
                year: %d
                notice: 国办发明电〔%d〕9号
                holidays:
                  - name: 元旦
                    from: %d-01-01
                    to: %d-01-%02d
                makeUpWorkdays: []
                """.formatted(year, year - 1, year, year, days);
    }
}
