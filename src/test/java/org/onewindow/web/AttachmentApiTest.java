package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** Files that come through the REST interface, and from whom. */
@HallTest
class AttachmentApiTest {

    private static final String PASSWORD = "yichuang-demo";
    private static final byte[] PLAN = Samples.pdf("plan");

    @Autowired
    private Hall hall;

    @Autowired
    private Attachments attachments;

    @Autowired
    private TestRestTemplate rest;

    private PermitWay way;
    private ReceivedCase permit;

    @BeforeEach
    void receiveACase() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.received();
    }

    @Test
    void theApplicantAddsWithThePickUpCode() {
        var answer = byCode(permit.file().pickupCode(), "floor-plan", PLAN);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.CREATED);
        var entry = JsonPath.parse(answer.getBody());
        assertThat(entry.<String>read("$.attachments[0].material.label")).isEqualTo("公共场所平面图及卫生设施平面布局图");
        assertThat(entry.<String>read("$.attachments[0].name")).isEqualTo("平面图.pdf");
        assertThat(entry.<String>read("$.attachments[0].mediaType")).isEqualTo("application/pdf");
        assertThat(entry.<Integer>read("$.attachments[0].size")).isEqualTo(PLAN.length);
        assertThat(attachments.of(permit.number())).singleElement().satisfies(added -> assertThat(added.addedBy())
                .isEmpty());
        var headers = new HttpHeaders();
        headers.add("Pickup-Code", permit.file().pickupCode());
        var listed = rest.exchange(path(), HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(listed.getBody()).isEqualTo(answer.getBody());
    }

    /** What was not answered is sent again. */
    @Test
    void sendingAgainAddsNothing() {
        var first = byCode(permit.file().pickupCode(), "floor-plan", PLAN);
        var second = byCode(permit.file().pickupCode(), "floor-plan", PLAN);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(attachments.of(permit.number())).hasSize(1);
    }

    @Test
    void aWrongCodeAddsNothingAndIsCounted() {
        for (int i = 0; i < 10; i++) {
            assertThat(byCode("AAAAAAAA", "", PLAN).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        }
        assertThat(byCode(permit.file().pickupCode(), "", PLAN).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(attachments.of(permit.number())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, 201",
        "zhaogang, 201",
        "guowei, 201",
        "wangfang, 201",
        "fengxue, 403",
        "liuyang, 403",
        "mali, 403",
        "baotou, 403"
    })
    void whoWorksOnTheCaseAdds(String account, int expected) {
        var answer = rest.withBasicAuth(account, PASSWORD)
                .postForEntity(path(), body("", PLAN, new HttpHeaders()), String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(expected);
        assertThat(attachments.of(permit.number())).hasSize(expected == 201 ? 1 : 0);
    }

    @Test
    void withoutLoginAndCodeNothingIsAdded() {
        var answer = rest.postForEntity(path(), body("", PLAN, new HttpHeaders()), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(rest.getForEntity(path(), String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aFileAtFaultIsNamed() {
        var answer = byCode(permit.file().pickupCode(), "", "<html></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(JsonPath.parse(answer.getBody()).<List<String>>read("$.violations[*].message"))
                .singleElement()
                .asString()
                .startsWith("“平面图.pdf”不是 PDF");
    }

    @Test
    void tooMuchAtOnceIsExplained() {
        var answer = byCode(permit.file().pickupCode(), "", new byte[111_000_000]);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(answer.getBody()).contains("合计不能超过100MB");
    }

    @Test
    void whatIsRemovedIsNotListed() {
        var added = attachments
                .add(permit.number(), Optional.empty(), List.of(Samples.upload("a.pdf", PLAN)), Optional.of("zhangmin"))
                .get(0);
        attachments.remove(permit.number(), added.id(), "zhangmin");
        var answer = rest.withBasicAuth("zhaogang", PASSWORD).getForEntity(path(), String.class);
        assertThat(answer.getBody()).isEqualTo("{\"attachments\":[]}");
    }

    private ResponseEntity<String> byCode(String code, String material, byte[] content) {
        var headers = new HttpHeaders();
        headers.add("Pickup-Code", code);
        return rest.postForEntity(path(), body(material, content, headers), String.class);
    }

    private static HttpEntity<LinkedMultiValueMap<String, Object>> body(
            String material, byte[] content, HttpHeaders headers) {
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("material", material);
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "平面图.pdf";
            }
        });
        return new HttpEntity<>(parts, headers);
    }

    private String path() {
        return "/api/cases/" + permit.number() + "/attachments";
    }
}
