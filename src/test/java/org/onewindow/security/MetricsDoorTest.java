package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The metrics: for whoever brings the secret, the dashboard's figures by department, counted once a minute, and nobody's name. */
@HallTest
@TestPropertySource(properties = "onewindow.metrics.token=" + MetricsDoorTest.TOKEN)
class MetricsDoorTest {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String HEALTH_GREEN =
            "onewindow_cases_open\\{department=\"health-commission\",lamp=\"green\"\\} (\\S+)";

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "Bearer wrong",
                "Basic YWRtaW46eWljaHVhbmctZGVtbw==",
                TOKEN,
                "Bearer " + TOKEN + "x"
            })
    void withoutTheSecretThereIsNothing(String header) throws Exception {
        var answer = scrape(header);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void openCasesAreCountedOnceAMinute() throws Exception {
        hall.at("2026-03-02T10:00");
        double before = green();
        new PermitWay(hall).accepted();
        hall.at("2026-03-02T10:00:59");
        assertThat(green()).isEqualTo(before);
        hall.at("2026-03-02T10:01:00");
        assertThat(green()).isEqualTo(before + 1);
    }

    @Test
    void nobodyIsNamed() throws Exception {
        new PermitWay(hall).accepted();
        assertThat(scrape("Bearer " + TOKEN).body())
                .contains("onewindow_cases_due_today{", "onewindow_cases_on_time{", "onewindow_cases_finished{")
                .doesNotContain("zhangmin", "zhaogang", "李", "150203", "http_server_requests");
    }

    private double green() throws Exception {
        var body = scrape("Bearer " + TOKEN).body();
        var found = Pattern.compile(HEALTH_GREEN).matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private HttpResponse<String> scrape(String header) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"));
        if (!header.isEmpty()) {
            request.header("Authorization", header);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
