package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;

/** How much an address may ask of the pages for everybody, behind a proxy as in production. */
@HallTest
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "onewindow.verification.questions-per-minute=3",
            "onewindow.verification.uploads-per-minute=2"
        })
class QuestionLimitTest {

    @Autowired
    private Hall hall;

    @Autowired
    private TestRestTemplate rest;

    @BeforeEach
    void openTheHall() {
        hall.openOn("2026-03-02T09:00:20");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        IntStream.range(0, 3)
                .forEach(n ->
                        assertThat(ask("203.0.113.1").getStatusCode().value()).isEqualTo(404));
        var answer = ask("203.0.113.1");
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("40");
        assertThat(answer.getHeaders().getCacheControl()).contains("no-store");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.getBody()).contains("查询太频繁");
        assertThat(get("203.0.113.1", "/progress").getStatusCode().value())
                .as("one limit for both pages")
                .isEqualTo(429);
        assertThat(get("203.0.113.1", "/items").getStatusCode().value())
                .as("the guides are not concerned")
                .isEqualTo(200);
    }

    @Test
    void anotherAddressBehindTheProxyIsNotHeldUp() {
        IntStream.range(0, 4).forEach(n -> ask("203.0.113.2"));
        assertThat(ask("203.0.113.3").getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void whatAVisitorClaimsToBeBeforeTheProxyDoesNotCount() {
        IntStream.range(0, 3).forEach(n -> ask("198.51.100." + n + ", 203.0.113.4"));
        assertThat(ask("198.51.100.9, 203.0.113.4").getStatusCode().value()).isEqualTo(429);
    }

    @Test
    void filesHaveALimitOfTheirOwn() {
        IntStream.range(0, 3).forEach(n -> ask("203.0.113.5"));
        assertThat(upload("203.0.113.5").getStatusCode().value()).isEqualTo(404);
        assertThat(upload("203.0.113.5").getStatusCode().value()).isEqualTo(404);
        assertThat(upload("203.0.113.5").getStatusCode().value()).isEqualTo(429);
    }

    @Test
    void theNextMinuteIsAnother() {
        IntStream.range(0, 4).forEach(n -> ask("203.0.113.6"));
        hall.at("2026-03-02T10:30:00");
        assertThat(ask("203.0.113.6").getStatusCode().value()).isEqualTo(404);
    }

    private ResponseEntity<String> ask(String forwardedFor) {
        return get(forwardedFor, "/verify/00000000000000000000");
    }

    private ResponseEntity<String> get(String forwardedFor, String path) {
        return rest.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(forwardedFor)), String.class);
    }

    private ResponseEntity<String> upload(String forwardedFor) {
        var headers = headers(forwardedFor);
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return rest.exchange(
                "/verify/00000000000000000000", HttpMethod.POST, new HttpEntity<>("file=", headers), String.class);
    }

    private static HttpHeaders headers(String forwardedFor) {
        var headers = new HttpHeaders();
        headers.add("X-Forwarded-For", forwardedFor);
        headers.add(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);
        return headers;
    }
}
