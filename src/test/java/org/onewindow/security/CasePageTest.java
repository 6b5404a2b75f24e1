package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page 办件: what it shows to whom, who learns an applicant's numbers, and what is kept of that. */
@HallTest
@ExtendWith(OutputCaptureExtension.class)
class CasePageTest {

    private static final String NAME = "李建国";
    private static final String PHONE = "13804721000";

    @Autowired
    private Hall hall;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;

    @BeforeEach
    void checkAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.checked();
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, 200",
        "zhaogang, 200",
        "wangfang, 200",
        "sunli, 200",
        "guowei, 200",
        "fengxue, 200",
        "liuyang, 403",
        "wujing, 403",
        "heming, 403",
        "admin, 403"
    })
    void onlyTheCasesStaffSeeIt(String account, int expected) {
        assertThat(loggedIn(account).getPage(path()).statusCode()).isEqualTo(expected);
    }

    @Test
    void nobodySeesItWithoutLoggingIn() {
        var stranger = Visitor.anonymous(port);
        assertThat(stranger.getPage(path()).statusCode()).isEqualTo(401);
        assertThat(unmask(stranger, "电话通知补正").statusCode()).isEqualTo(401);
        assertThat(unmaskings()).isEmpty();
    }

    @Test
    void aCaseThatIsNoneIsNotFound() {
        assertThat(loggedIn("zhangmin").getPage("/cases/150203202603020000018").statusCode())
                .isIn(403, 404);
        assertThat(loggedIn("zhangmin").getPage("/cases/none").statusCode()).isEqualTo(404);
    }

    @Test
    void itSaysAtAGlanceHowTheCaseStands() {
        var page = loggedIn("sunjie").getPage(path()).body();
        assertThat(page)
                .contains(permit.number().value(), "李**", "部门办理中", "窗口申请", "社会民生事务综合受理窗口", "时限说明")
                .contains("href=\"/items/public-health-permit\"")
                .containsPattern("class=\"lamp green\"><i></i><span>正常</span>")
                .containsPattern("还有 <b>\\d+</b> 个<span>工作日</span>")
                .contains("待认领：", "决定 → 制证 → 出件")
                .contains("材料齐全，拟同意，报请现场审核。", "赵刚", "受理通知书")
                .contains("居民身份证正反面复印在同一面")
                .doesNotContain(NAME, PHONE, Forms.APPLICANT_ID)
                .doesNotContainPattern("<script(?! type=\"module\" src=\"/site/case.js\")|onclick=|\\?\\?|null");
    }

    @Test
    void itsModelShowsWhatIsDoneWhatIsCurrentAndWhatIsToCome() {
        var page = loggedIn("sunjie").getPage(path()).body();
        assertThat(page)
                .containsPattern("class=\"shape task done\" data-element=\"task_frontDesk\"")
                .containsPattern("class=\"shape task done\" data-element=\"task_handle\"")
                .containsPattern("class=\"shape task done\" data-element=\"task_dispatch\"")
                .containsPattern("class=\"shape task current\" data-element=\"task_review\"")
                .containsPattern("class=\"shape task\\s*\" data-element=\"task_recordDecision\"")
                .containsPattern("class=\"shape task\\s*\" data-element=\"task_decide\"")
                .containsPattern("<title>承办：赵刚 2026-03-02</title>");
    }

    @Test
    void aTaskLeadsToItsCase() {
        var way = "/desk/tasks/" + permit.task().getId() + "/case";
        assertThat(loggedIn("sunjie").getPage(way).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith(path()));
        assertThat(loggedIn("sunjie").getPage("/desk/tasks/none/case").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.anonymous(port).getPage(way).statusCode()).isEqualTo(401);
    }

    @Test
    void aStageIsCurrentOnTheModelAndNamedInWords() {
        var received = way.received();
        assertThat(loggedIn("zhangmin").getPage("/cases/" + received.number()).body())
                .containsPattern("class=\"shape task current\" data-element=\"task_frontDesk\"")
                .containsPattern("<b>核验材料</b>");
    }

    @Test
    void aClosedCaseIsShownWithoutFormsForItsFiles() {
        var closed = way.readyForIssuance();
        way.issues(closed);
        var page = loggedIn("wangfang").getPage("/cases/" + closed.number());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("办结（准予）", "data-element=\"task_issuance\"")
                .containsPattern("class=\"shape task done\" data-element=\"task_issuance\"")
                .doesNotContain("添加文件", "id=\"now\"");
    }

    @Test
    void earlierCasesAreListedForWhomTheyAreAndCountedForOthers() {
        var shop = hall.as("liuyang").receive(Forms.BUSINESS, Forms.business());
        var own = loggedIn("zhangmin").getPage(path()).body();
        assertThat(own).doesNotContain(shop.number().value()).contains("件未列出");
        assertThat(loggedIn("fengxue").getPage(path()).body()).contains("/cases/" + shop.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhangmin", "zhaogang", "wangfang"})
    void whoWorksOnTheCaseLearnsTheNumbersAndStandsOnRecordOnce(String account, CapturedOutput log) {
        var visitor = loggedIn(account);
        var answer = unmask(visitor, " 电话通知补正 ");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(NAME, Forms.APPLICANT_ID, PHONE, "本次查看已经记录");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("no-store"));
        assertThat(unmaskings())
                .containsExactly(Map.of(
                        "case_number",
                        permit.number().value(),
                        "account",
                        account,
                        "reason",
                        "电话通知补正",
                        "on",
                        "2026-03-02"));
        assertThat(visitor.getPage(path()).body()).doesNotContain(NAME, PHONE, Forms.APPLICANT_ID);
        assertThat(log.getAll()).doesNotContain(PHONE, Forms.APPLICANT_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fengxue", "liuyang", "wujing", "heming", "admin"})
    void whoOnlyLooksOnLearnsNoNumbers(String account) {
        var answer = unmask(loggedIn(account), "想看看");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(NAME, PHONE, Forms.APPLICANT_ID);
        assertThat(unmaskings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "看"})
    void withoutAReasonNothingIsShown(String reason) {
        var answer = unmask(loggedIn("zhangmin"), reason);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请写明查看个人信息的理由").doesNotContain(PHONE, Forms.APPLICANT_ID);
        assertThat(unmaskings()).isEmpty();
    }

    @Test
    void aForeignPageUnmasksNobody() {
        var clerk = loggedIn("zhangmin");
        clerk.getPage(path());
        var answer =
                clerk.sendForm(path() + "/unmasking", "_csrf=guessed&reason=because".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(clerk.getPage(path() + "/unmasking?reason=because").statusCode())
                .isIn(404, 405);
        assertThat(unmaskings()).isEmpty();
    }

    @Test
    void whoLookedStaysOnRecord() {
        unmask(loggedIn("zhangmin"), "电话通知补正");
        for (var rewrite : List.of("delete from unmasking", "update unmasking set reason = ''", "truncate unmasking")) {
            assertThatThrownBy(() -> jdbc.sql(rewrite).update()).hasMessageContaining("stays on record");
        }
    }

    @Test
    void aPageOfAnAttachmentIsAPictureAndOnRecord() throws IOException {
        long plan = add("平面图.pdf", Samples.pdf("the plan"));
        var pages = path() + "/attachments/" + plan + "/pages/";
        var answer = loggedIn("zhaogang").download(pages + "1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Page-Count")).contains("1");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                .isBetween(900, 920);
        assertThat(looks(plan)).containsExactly("view zhaogang");
        assertThat(loggedIn("zhaogang").get(pages + "2").statusCode()).isEqualTo(404);
        assertThat(loggedIn("liuyang").get(pages + "1").statusCode()).isEqualTo(403);
        assertThat(Visitor.anonymous(port).get(pages + "1").statusCode()).isEqualTo(401);
    }

    @Test
    void aPictureHasNoPages() {
        long photo = add("现场.png", Samples.picture());
        assertThat(loggedIn("zhaogang")
                        .getPage(path() + "/attachments/" + photo + "/pages/1")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aPageOfAPaperIsAPictureAndOnRecord() {
        var paper = documents.current(permit.number(), DocumentKind.ACCEPTANCE).orElseThrow();
        var page = path() + "/documents/" + paper.id() + "/pages/1";
        assertThat(loggedIn("zhaogang").download(page).headers().firstValue("Content-Type"))
                .contains("image/jpeg");
        assertThat(jdbc.sql("select account from document_download where document = ?")
                        .param(paper.id())
                        .query(String.class)
                        .list())
                .containsExactly("zhaogang");
        assertThat(loggedIn("liuyang").get(page).statusCode()).isEqualTo(403);
        assertThat(Visitor.anonymous(port).get(page).statusCode()).isEqualTo(401);
    }

    private long add(String name, byte[] content) {
        return attachments
                .add(
                        permit.number(),
                        Optional.of("floor-plan"),
                        List.of(Samples.upload(name, content)),
                        Optional.of("zhaogang"))
                .get(0)
                .id();
    }

    private List<Map<String, Object>> unmaskings() {
        return jdbc.sql("""
                        select case_number, account, reason, (at at time zone 'Asia/Shanghai')::date::text as on
                        from unmasking where case_number = ?""").param(permit.number().value()).query().listOfRows();
    }

    private List<String> looks(long attachment) {
        return jdbc.sql("select way || ' ' || account from attachment_access where attachment = ?")
                .param(attachment)
                .query(String.class)
                .list();
    }

    private HttpResponse<String> unmask(Visitor visitor, String reason) {
        var form = "_csrf=" + visitor.takeCaseToken() + "&reason=" + Visitor.encoded(reason);
        return visitor.sendForm(path() + "/unmasking", form.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor loggedIn(String account) {
        boolean works = !List.of("fengxue", "admin", "heming").contains(account);
        return Visitor.loggedIn(port, account, works ? "tasklist" : "cockpit");
    }

    private String path() {
        return "/cases/" + permit.number();
    }
}
