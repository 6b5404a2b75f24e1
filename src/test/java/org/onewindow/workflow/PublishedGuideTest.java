package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.catalog.publication.ItemPublishing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What everybody sees of an item that was published with more than the shipped ones have. */
@HallTest
@TestPropertySource(properties = "onewindow.items=classpath*:processes/items")
class PublishedGuideTest {

    private static final String GUIDE = "/items/public-health-permit";
    private static final String MATERIALS = "/api/items/public-health-permit/materials";

    @Autowired
    private Hall hall;

    @Autowired
    private ItemPublishing publishing;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @AfterEach
    void publishWhatIsShipped() {
        publishing.publishFolder("admin");
    }

    /** The pool's question about air conditioning is hidden, as in a case. */
    private static ItemZip withHiddenQuestion() {
        return ItemZip.of("social/public-health-permit")
                .change("situation.form", "\"key\": \"usesCentralAirConditioning\",", """
                        "key": "usesCentralAirConditioning",
                        "conditional": { "hide": "=premisesKind = \\"pool\\"" },""");
    }

    @Test
    void aQuestionThatTheFormHidesIsNeitherAskedNorCounted() {
        publishing.publishArchive(withHiddenQuestion().bytes(), "admin");
        assertThat(body(MATERIALS + "?hasAgent=false")).contains("\"complete\":false", "usesCentralAirConditioning");
        assertThat(body(MATERIALS + "?hasAgent=false&premisesKind=bath")).contains("\"complete\":false");
        assertThat(body(MATERIALS + "?hasAgent=false&premisesKind=pool"))
                .contains("\"complete\":true", "\"unanswered\":[]")
                .doesNotContain("air-conditioning-report");
        assertThat(body(GUIDE + "?hasAgent=false")).contains("是否使用集中空调通风系统");
        assertThat(body(GUIDE + "?hasAgent=false&premisesKind=pool"))
                .contains("需要提交的材料，共5种")
                .doesNotContain("是否使用集中空调通风系统");
    }

    @Test
    void aLeftOverAnswerToAHiddenQuestionCountsForNothing() {
        publishing.publishArchive(withHiddenQuestion().bytes(), "admin");
        var leftOver = "&hasAgent=false&usesCentralAirConditioning=";
        assertThat(body(MATERIALS + "?premisesKind=bath" + leftOver + "yes")).contains("air-conditioning-report");
        assertThat(body(MATERIALS + "?premisesKind=pool" + leftOver + "yes"))
                .contains("\"complete\":true")
                .doesNotContain("air-conditioning-report");
        assertThat(get(MATERIALS + "?premisesKind=pool" + leftOver + "nonsense").statusCode())
                .isEqualTo(200);
    }

    private String body(String path) {
        return get(path).body();
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "text/html, application/json")
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
