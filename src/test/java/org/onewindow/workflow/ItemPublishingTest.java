package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.workflow.Forms.PERMIT;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.onSiteCheck;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.permit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.lint.ItemsRefused;
import org.onewindow.catalog.publication.ItemPublishing;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Items are published while cases are open. The setting, its own default, gives these tests a database of their own. */
@HallTest
@TestPropertySource(properties = "onewindow.items=classpath*:processes/items")
class ItemPublishingTest {

    private static final Path ITEMS = Path.of("processes", "items");
    private static final String SOCIAL = "social/public-health-permit";
    private static final String COMMERCE = "commerce/individual-business-registration";

    @Autowired
    private Hall hall;

    @Autowired
    private ItemPublishing publishing;

    @Autowired
    private Catalog catalog;

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

    @Test
    void anUnchangedCatalogueDeploysNothing() {
        long before = deployments();
        var publication = publishing.publishInstallation();
        assertThat(publication.published()).isEmpty();
        assertThat(publication.unchanged()).isEqualTo(catalog.entries().size());
        assertThat(publishing.publishFolder("admin").published()).isEmpty();
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void aCaseKeepsTheVersionUnderWhichItWasReceived() throws IOException {
        var former = hall.as("zhangmin").receive(PERMIT, permit());
        publishing.publishArchive(
                zip(Map.of(SOCIAL, page -> page.replace("name: 公共场所卫生许可证", "name: 卫生许可证（新版）")
                        .replace("promisedDays: 7", "promisedDays: 6"))),
                "admin");
        var later = hall.as("zhangmin").receive(PERMIT, permit());
        assertThat(granted(former)).isEqualTo("公共场所卫生许可证");
        assertThat(granted(later)).isEqualTo("卫生许可证（新版）");
        assertThat(later.file().publication()).isGreaterThan(former.file().publication());
    }

    @Test
    void aFaultInOneItemPublishesNoneOfThem() throws IOException {
        long before = deployments();
        var zip = zip(Map.of(
                SOCIAL, page -> page.replace("version: \"2026.2\"", "version: \"2026.3\""),
                COMMERCE, page -> page.replace("windowClass: commerce", "windowClass: nowhere")));
        assertThatThrownBy(() -> publishing.publishArchive(zip, "admin"))
                .isInstanceOf(ItemsRefused.class)
                .hasMessageContaining(COMMERCE + "/item.yaml")
                .hasMessageNotContaining(SOCIAL);
        assertThat(deployments()).isEqualTo(before);
        assertThat(catalog.require(PERMIT).version()).isEqualTo("2026.2");
    }

    @Test
    void aWithdrawnItemTakesNoNewCasesAndFinishesTheOpenOnes() throws IOException {
        var open = hall.as("zhangmin").receive(PERMIT, permit());
        publishing.publishArchive(zip(Map.of(SOCIAL, ending("2026-03-01"))), "admin");
        assertThatThrownBy(() -> hall.as("zhangmin").receive(PERMIT, permit()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("CREATE_INSTANCE");
        assertThat(granted(open)).isEqualTo("公共场所卫生许可证");
    }

    @Test
    void whoReadsAGuideIsToldThatTheItemHasEnded() throws Exception {
        assertThat(page("/items/" + PERMIT)).doesNotContain("已停止收件");
        publishing.publishArchive(zip(Map.of(SOCIAL, ending("2026-03-01"))), "admin");
        assertThat(page("/items/" + PERMIT)).contains("已停止收件", "最后收件日为 <span>2026-03-01</span>");
        assertThat(page("/items?q=ggcswsxk")).contains("已停止收件");
    }

    @Test
    void theSearchAndTheGuideFollowAPublication() throws Exception {
        assertThat(page("/items?q=ggcswsxk")).contains("公共场所卫生许可（新办）");
        publishing.publishArchive(
                zip(Map.of(SOCIAL, page -> page.replace("name: 公共场所卫生许可（新办）", "name: 游泳场馆卫生许可")
                        .replace("标明方位、面积", "标明方位、面积、出入口"))),
                "admin");
        assertThat(page("/items?q=ggcswsxk")).contains("没有找到");
        assertThat(page("/items?q=yycgwsxk")).contains("游泳场馆卫生许可");
        assertThat(page("/items/" + PERMIT)).contains("标明方位、面积、出入口");
    }

    private String page(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void theLastDayOfAnItemStillTakesCases() throws IOException {
        publishing.publishArchive(zip(Map.of(SOCIAL, ending("2026-03-02"))), "admin");
        assertThat(hall.as("zhangmin").receive(PERMIT, permit()).file().itemCode())
                .isEqualTo(PERMIT);
        hall.at("2026-03-03T09:00");
        assertThatThrownBy(() -> hall.as("zhangmin").receive(PERMIT, permit()))
                .hasStackTraceContaining("自2026-03-03起停止受理新的申请");
    }

    @Test
    void aVersionThatBeginsLaterWouldLeaveTheItemWithoutAny() {
        assertThatThrownBy(() -> publishing.publishArchive(
                        zip(Map.of(SOCIAL, page -> page.replace("validFrom: 2026-01-01", "validFrom: 2026-04-01"))),
                        "admin"))
                .hasMessageContaining("请在施行之日发布");
    }

    @Test
    void theInstallationDoesNotUndoWhatAnAdministratorPublished() throws IOException {
        publishing.publishArchive(
                zip(Map.of(SOCIAL, page -> page.replace("promisedDays: 7", "promisedDays: 5"))), "admin");
        assertThat(publishing.publishInstallation().published()).isEmpty();
        assertThat(catalog.require(PERMIT).limits().promisedDays()).isEqualTo(5);
        assertThat(publishing.publishFolder("admin").published()).containsExactly(PERMIT);
        assertThat(catalog.require(PERMIT).limits().promisedDays()).isEqualTo(7);
    }

    @Test
    void administratorsPublishAZipFileAndNobodyElseDoes() throws Exception {
        var zip = zip(Map.of(SOCIAL, page -> page.replace("promisedDays: 7", "promisedDays: 4")));
        assertThat(post(zip, "zhangmin").statusCode()).isEqualTo(403);
        assertThat(post(zip, "heming").statusCode()).isEqualTo(403);
        assertThat(post(zip, "nobody").statusCode()).isEqualTo(401);
        assertThat(catalog.require(PERMIT).limits().promisedDays()).isEqualTo(7);

        var answer = post(zip, "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"" + PERMIT + "\"");
        assertThat(catalog.require(PERMIT).limits().promisedDays()).isEqualTo(4);
    }

    @Test
    void anythingButAZipFileWithItemsIsRefusedWithTheReason() throws Exception {
        var noZip = post("no zip".getBytes(StandardCharsets.UTF_8), "admin");
        assertThat(noZip.statusCode()).isEqualTo(422);
        assertThat(noZip.body()).contains("压缩包里没有事项");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("social/x/../../run.sh"));
        }
        var stranger = post(bytes.toByteArray(), "admin");
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.body()).contains("不是事项文件夹里的文件");
    }

    private String granted(ReceivedCase permit) {
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", accept(permit));
        hall.as("zhaogang").submit(permit, "task_handle", handled("propose-grant", "拟准予。"));
        hall.as("qianwei").submit(permit, "task_checkOnSite", onSiteCheck("zhaogang", "qianwei", "2026-03-02"));
        hall.as("sunjie").submit(permit, "task_review", opinion("agree", "同意。"));
        hall.as("zhoutao").submit(permit, "task_decide", opinion("grant", "准予。"));
        return permit.file().result().orElseThrow().name();
    }

    private static UnaryOperator<String> ending(String day) {
        return page -> page.replace("validFrom: 2026-01-01", "validFrom: 2026-01-01\nvalidTo: " + day);
    }

    private long deployments() {
        return hall.engine().getRepositoryService().createDeploymentQuery().count();
    }

    private HttpResponse<String> post(byte[] zip, String user) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString((user + ":yichuang-demo").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/catalog"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] zip(Map<String, UnaryOperator<String>> changedPages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var changed : new TreeMap<>(changedPages).entrySet()) {
                for (var name : List.of("item.yaml", "situation.form", "materials.dmn", "process.bpmn")) {
                    var text = Files.readString(ITEMS.resolve(changed.getKey()).resolve(name));
                    zip.putNextEntry(new ZipEntry(changed.getKey() + "/" + name));
                    var content = name.equals("item.yaml") ? changed.getValue().apply(text) : text;
                    zip.write(content.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }
}
