package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.catalog.publication.ItemPublishing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.UriUtils;

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
        assertThat(body(GUIDE + "?hasAgent=false")).contains("场所类别", "游泳场所", "是否使用集中空调通风系统");
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

    private static final byte[] BLANK = "a blank form".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SAMPLE = "a sample".getBytes(StandardCharsets.UTF_8);
    private static final String BLANK_LINK = GUIDE + "/files/" + encoded("申请表（空白）.docx");

    private static ItemZip withDocuments() {
        return ItemZip.of("social/public-health-permit")
                .change("item.yaml", "fillingNotes: 场所名称", """
                        blankForm: 申请表（空白）.docx
                            sample: 样表.pdf
                            fillingNotes: 场所名称""")
                .with("申请表（空白）.docx", BLANK)
                .with("样表.pdf", SAMPLE);
    }

    @Test
    void blankFormsAndSamplesArePublishedWithTheItemAndHadByEverybody() {
        assertThat(publishing.publishArchive(withDocuments().bytes(), "admin").published())
                .containsExactly("public-health-permit");
        assertThat(publishing.publishArchive(withDocuments().bytes(), "admin").unchanged())
                .isEqualTo(1);
        var answer = get(BLANK_LINK);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a blank form");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition)
                        .startsWith("attachment;")
                        .contains("filename*=UTF-8''" + encoded("申请表（空白）.docx")));
        assertThat(get(GUIDE + "/files/" + encoded("样表.pdf")).headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
        var head = send("HEAD", BLANK_LINK);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(BLANK.length);
    }

    @Test
    void theGuideLinksWhatAMaterialHas() {
        publishing.publishArchive(withDocuments().bytes(), "admin");
        assertThat(body(GUIDE)).contains("空白表格：<a href=\"" + BLANK_LINK + "\">申请表（空白）.docx</a>", "示例样表：<a");
        assertThat(body("/api" + GUIDE)).contains("\"link\":\"" + BLANK_LINK + "\"");
        assertThat(body(MATERIALS)).contains("\"link\":\"" + BLANK_LINK + "\"");
    }

    @Test
    void onlyFilesThatThePageInForceNamesAreServed() {
        publishing.publishArchive(withDocuments().bytes(), "admin");
        for (var name : List.of("item.yaml", "process.bpmn", "other.pdf", "..%2Fitem.yaml")) {
            assertThat(get(GUIDE + "/files/" + name).statusCode()).as(name).isIn(400, 404);
        }
        assertThat(get("/items/old-age-allowance/files/" + encoded("样表.pdf")).body())
                .contains("没有找到这个页面");
        assertThat(send("POST", BLANK_LINK).statusCode()).isIn(403, 404);
        publishing.publishFolder("admin");
        var gone = get(BLANK_LINK);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("没有找到这个页面");
    }

    @Test
    void anotherContentOfABlankFormIsAnotherVersion() {
        publishing.publishArchive(withDocuments().bytes(), "admin");
        var changed = withDocuments().with("样表.pdf", BLANK).bytes();
        assertThat(publishing.publishArchive(changed, "admin").published()).containsExactly("public-health-permit");
        assertThat(body(GUIDE + "/files/" + encoded("样表.pdf"))).isEqualTo("a blank form");
    }

    @Test
    void aFileThatNoMaterialNamesOrThatIsMissingIsRefused() {
        var unnamed = withDocuments().with("办公室内部.docx", BLANK).bytes();
        assertThatThrownBy(() -> publishing.publishArchive(unnamed, "admin"))
                .hasMessageContaining("social/public-health-permit/办公室内部.docx：不是事项文件夹里的文件");
        var missing = withDocuments();
        missing.files().remove("样表.pdf");
        assertThatThrownBy(() -> publishing.publishArchive(missing.bytes(), "admin"))
                .hasMessageContaining("事项文件夹里没有文件“样表.pdf”");
        var huge = withDocuments().with("样表.pdf", new byte[20_000_001]).bytes();
        assertThatThrownBy(() -> publishing.publishArchive(huge, "admin")).hasMessageContaining("不超过20MB");
    }

    private static String encoded(String name) {
        return UriUtils.encode(name, StandardCharsets.UTF_8);
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
