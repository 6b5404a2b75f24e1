package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A case's papers through the REST interface, and who gets which. */
@HallTest
class DocumentApiTest {

    private static final String PASSWORD = "yichuang-demo";

    @Autowired
    private Hall hall;

    @Autowired
    private Documents documents;

    @Autowired
    private TestRestTemplate rest;

    private PermitWay way;
    private ReceivedCase permit;

    @BeforeEach
    void grantAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.readyForIssuance();
    }

    @Test
    void staffSeeEveryPaperAndWhoIssuedIt() {
        var papers = JsonPath.parse(text(as("zhaogang", path())));
        assertThat(papers.<List<String>>read("$.documents[*].kind.code"))
                .contains("receipt", "acceptance", "material-handover", "grant", "result", "result-handover");
        assertThat(papers.<List<String>>read("$.documents[?(@.kind.code=='grant')].forStaff.issuedBy"))
                .containsExactly("周涛");
        assertThat(papers.<List<String>>read("$.documents[*].state.label")).containsOnly("有效");
    }

    @Test
    void theApplicantSeesNeitherNamesNorWhatOfficesSignNorWhatWaitsForDelivery() {
        var papers = JsonPath.parse(text(byCode(path(), permit.file().pickupCode())));
        assertThat(papers.<List<String>>read("$.documents[*].kind.code")).containsExactly("receipt", "acceptance");
        assertThat(papers.jsonString()).doesNotContain("forStaff", "张敏", "zhangmin");
        way.issues(permit);
        assertThat(JsonPath.parse(text(byCode(path(), permit.file().pickupCode())))
                        .<List<String>>read("$.documents[*].kind.code"))
                .containsExactly("receipt", "acceptance", "grant", "result", "delivery");
    }

    @Test
    void thePdfIsServedUnderItsOwnCaseOnly() {
        var acceptance =
                documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        var answer = as("zhaogang", path() + "/" + acceptance.id());
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(answer.getHeaders().getContentDisposition().getFilename())
                .isEqualTo("受理通知书 " + acceptance.number() + ".pdf");
        assertThat(text(answer)).startsWith("%PDF-");
        var handOver =
                documents.current(permit.number(), DocumentKind.RESULT_HANDOVER).orElseThrow();
        var code = permit.file().pickupCode();
        isNotFound(byCode(path() + "/" + handOver.id(), code));
        isNotFound(byCode(path() + "/" + acceptance.id(), "AAAAAAAA"));
        var other = way.accepted();
        isNotFound(as("zhaogang", "/api/cases/" + other.number() + "/documents/" + acceptance.id()));
    }

    private static void isNotFound(ResponseEntity<byte[]> answer) {
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getHeaders().getContentType())
                .satisfies(type -> assertThat(MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type))
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"zhangmin, 200", "guowei, 200", "wangfang, 200", "fengxue, 200", "liuyang, 403", "baotou, 403"})
    void onlyThoseConcernedReadThem(String account, int expected) {
        assertThat(as(account, path()).getStatusCode().value()).isEqualTo(expected);
    }

    /** Whoever is asked for an opinion reads the case in Tasklist, and takes nothing away. */
    @Test
    void anAskedDepartmentTakesNoPapers() {
        var asked = way.accepted();
        hall.as("zhaogang").claim(asked, "task_handle");
        way.asks(asked, "zhaogang", "market-supervision", 3);
        assertThat(as("wujing", "/api/cases/" + asked.number() + "/documents")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void withoutPasswordOrCodeNothingIsTold() {
        assertThat(rest.getForEntity(path(), byte[].class).getStatusCode().value())
                .isEqualTo(401);
    }

    private ResponseEntity<byte[]> as(String account, String path) {
        return rest.withBasicAuth(account, PASSWORD).getForEntity(path, byte[].class);
    }

    private ResponseEntity<byte[]> byCode(String path, String code) {
        var headers = new HttpHeaders();
        headers.add("Pickup-Code", code);
        return rest.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), byte[].class);
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(answer.getBody(), StandardCharsets.UTF_8);
    }

    private String path() {
        return "/api/cases/" + permit.number() + "/documents";
    }
}
