package org.onewindow.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.BUSINESS;
import static org.onewindow.workflow.Forms.PERMIT;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.onSiteCheck;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.permit;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Forms.without;
import static org.onewindow.workflow.Refusal.refusalOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.casefile.CaseState;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An item of each archetype on its way to the end, in the engine. Each takes the place of a shipped item for a while,
 * whose page the catalogue has.
 */
@HallTest
class GeneratedItemsTest {

    private static final Path FORMS = Path.of("forms", "tasks");
    private static final Pattern FORM = Pattern.compile("camunda:formRef=\"([a-z-]+)\"");
    private static final String DECIDERS = "health-commission-deciders";

    @Autowired
    private Hall hall;

    @TempDir
    private Path folder;

    private String deployment;

    @BeforeEach
    void morning() {
        hall.openOn(Hall.MONDAY);
    }

    @AfterEach
    void putTheShippedItemBack() {
        hall.engine().getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void instant() throws IOException {
        var workbook = FilledIn.nothing().addArchetype(BUSINESS, "即办");
        rename(workbook, "operator-identity-card", "premises-proof", "family-member-identity-card");
        deploy(workbook);
        var shop = hall.as("liuyang").receive(BUSINESS, application("yes"));
        assertThat(shop.materials()).extracting("code").contains("family-member-identity-card");
        hall.as("liuyang").submit(shop, "task_verifyMaterials", accept(shop));
        hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion("grant", "准予登记。"));
        assertThat(shop.item()).isWaitingAt("task_issuance");

        var other = hall.as("liuyang").receive(BUSINESS, application("no"));
        assertThat(other.materials()).extracting("code").doesNotContain("family-member-identity-card");
        hall.as("liuyang").submit(other, "task_verifyMaterials", accept(other));
        hall.as("liuyang").submit(other, "task_decideAtWindow", opinion("transfer", "转部门办理。"));
        hall.as("wujing").submit(other, "task_handle", Forms.handled("propose-grant", "拟准予。"));
        hall.as("zhenghao").submit(other, "task_decide", opinion("grant", "准予登记。"));
        assertThat(other.item()).isWaitingAt("task_issuance");
    }

    @Test
    void promised() throws IOException {
        var permit = accepted("承诺", "");
        handled(permit);
        returnedAndAgreed(permit);
        hall.as("zhoutao").submit(permit, "task_decide", opinion("return", "请补充。"));
        handled(permit);
        reviewed(permit);
        hall.as("zhoutao").submit(permit, "task_decide", opinion("deny", "不符合条件。"));
        assertThat(permit.item()).hasNotPassed("task_makeCertificate").isWaitingAt("task_issuance");
    }

    @Test
    void onSite() throws IOException {
        var permit = accepted("现场核查", "");
        handled(permit);
        hall.as("qianwei").submit(permit, "task_checkOnSite", onSiteCheck("zhaogang", "qianwei", "2026-03-02"));
        reviewed(permit);
        decidedAndIssued(permit);
    }

    @Test
    void publication() throws IOException {
        var permit = accepted("公示", "");
        handled(permit);
        reviewed(permit);
        publicized(permit);
        assertThat(permit.task()).as("nobody can cut the publication short").isNull();
        hall.at("2026-03-09T23:59");
        assertThat(hall.runDueTimers(permit)).doesNotContain("event_publicationEnded");
        hall.at("2026-03-10T08:30");
        assertThat(hall.runDueTimers(permit)).contains("event_publicationEnded");
        hall.as("zhaogang").submit(permit, "task_concludePublication", opinion("return", "异议成立。"));
        handled(permit);
        reviewed(permit);
        publicized(permit);
        hall.at("2026-03-18T09:00");
        hall.runDueTimers(permit);
        hall.as("zhaogang").submit(permit, "task_concludePublication", opinion("no-objection", "公示期内无异议。"));
        decidedAndIssued(permit);
        assertThat(permit.stepNames()).containsSubsequence("审核", "公示", "公示结果", "决定", "制证", "出件");
    }

    @Test
    void whoeverIsToBeRefusedIsNotPublicized() throws IOException {
        var permit = accepted("公示", "");
        handled(permit);
        hall.as("sunjie").submit(permit, "task_review", opinion("propose-deny", "不符合条件。"));
        hall.as("zhoutao").submit(permit, "task_decide", opinion("deny", "不符合条件。"));
        assertThat(permit.item()).hasNotPassed("task_publicize").isWaitingAt("task_issuance");
    }

    @Test
    void aPublicationMayRunInWorkingDays() throws IOException {
        var workbook = FilledIn.nothing().addArchetype(PERMIT, "公示").set(ManualSheet.PUBLICATION_UNIT, "工作日");
        var permit = accepted(workbook);
        handled(permit);
        reviewed(permit);
        publicized(permit);
        hall.at("2026-03-11T23:59");
        assertThat(hall.runDueTimers(permit)).doesNotContain("event_publicationEnded");
        hall.at("2026-03-12T08:30");
        assertThat(hall.runDueTimers(permit)).contains("event_publicationEnded");
    }

    @Test
    void levels() throws IOException {
        var permit = accepted("多级", "社区初审=market-supervision\n街道审核=health-commission");
        hall.as("wujing").submit(permit, "task_handle", Forms.handled("propose-grant", "情况属实。"));
        hall.as("sunjie").submit(permit, "task_review", opinion("return", "请补充。"));
        hall.as("wujing").submit(permit, "task_handle", Forms.handled("propose-grant", "已补充。"));
        reviewed(permit);
        refusesToDecide("wujing", permit);
        decidedAndIssued(permit);
        assertThat(permit.stepNames())
                .containsExactly("核验材料", "社区初审", "街道审核", "社区初审", "街道审核", "区级确认", "制证", "接收证件", "出件");
    }

    @Test
    void joint() throws IOException {
        var permit = accepted("联办", "规划核实=market-supervision\n卫生核实=health-commission");
        handled(permit);
        hall.as("wujing").submit(permit, "task_consultMarketSupervision", opinion("agree", "符合规划。"));
        assertThat(permit.item()).isWaitingAt("task_consultHealthCommission");
        assertThat(hall.as("zhaogang").find(permit, "task_summarize")).isNull();
        hall.as("qianwei").submit(permit, "task_consultHealthCommission", opinion("disagree", "缺少设施。"));
        hall.as("zhaogang").submit(permit, "task_summarize", opinion("return", "补充后再会办。"));
        handled(permit);
        hall.as("qianwei").submit(permit, "task_consultHealthCommission", opinion("agree", "已补齐。"));
        hall.as("wujing").submit(permit, "task_consultMarketSupervision", opinion("agree", "符合规划。"));
        hall.as("zhaogang").submit(permit, "task_summarize", opinion("agree", "各部门同意。"));
        refusesToDecide("wujing", permit);
        decidedAndIssued(permit);
    }

    /** Whoever took another step of the back office does not decide, whatever the step is called. */
    private void refusesToDecide(String account, ReceivedCase permit) {
        var identity = hall.engine().getIdentityService();
        identity.createMembership(account, DECIDERS);
        try {
            refusalOf(() -> hall.as(account).submit(permit, "task_decide", opinion("grant", "准予许可。")))
                    .contains("决定人不能是本办件的承办人");
        } finally {
            identity.deleteMembership(account, DECIDERS);
            hall.engine().getTaskService().setAssignee(permit.task().getId(), null);
        }
    }

    private ReceivedCase accepted(String archetype, String partners) throws IOException {
        var workbook = FilledIn.nothing().addArchetype(PERMIT, archetype);
        if (!partners.isEmpty()) {
            workbook.set(ManualSheet.PARTNERS, partners);
        }
        return accepted(workbook);
    }

    private ReceivedCase accepted(FilledIn workbook) throws IOException {
        rename(workbook, "floor-plan", "hygiene-rules", "air-conditioning-report");
        deploy(workbook);
        var permit = hall.as("zhangmin").receive(PERMIT, application("no"));
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", accept(permit));
        return permit;
    }

    private void handled(ReceivedCase permit) {
        hall.as("zhaogang").submit(permit, "task_handle", Forms.handled("propose-grant", "拟同意。"));
    }

    private void reviewed(ReceivedCase permit) {
        hall.as("sunjie").submit(permit, "task_review", opinion("agree", "同意。"));
    }

    private void returnedAndAgreed(ReceivedCase permit) {
        hall.as("sunjie").submit(permit, "task_review", opinion("return", "请补充。"));
        handled(permit);
        reviewed(permit);
    }

    private void publicized(ReceivedCase permit) {
        hall.as("zhaogang").submit(permit, "task_publicize", Map.of("opinion", "在区政府网站公示拟许可名单。"));
    }

    private void decidedAndIssued(ReceivedCase permit) {
        hall.as("zhoutao").submit(permit, "task_decide", opinion("grant", "准予许可。"));
        hall.as("zhaogang").submit(permit, "task_makeCertificate", Map.of("certificateChecked", true));
        hall.as("wangfang").receivesResult(permit);
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_issueResult",
                        Forms.pickUpByCode(permit.file().pickupCode()));
        assertThat(permit.end()).isEqualTo("event_closed");
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
    }

    private static Map<String, Object> application(String usesVendingMachine) {
        var form = permit();
        for (var field : List.of("premisesKind", "premisesArea", "usesCentralAirConditioning")) {
            form = without(form, field);
        }
        return with(form, "usesVendingMachine", usesVendingMachine);
    }

    /** Gives the example's materials the codes that the shipped item's page has. */
    private static void rename(FilledIn workbook, String second, String third, String conditional) {
        workbook.set(ManualSheet.MATERIALS, 3, ManualSheet.MATERIAL, second)
                .set(ManualSheet.MATERIALS, 4, ManualSheet.MATERIAL, third)
                .set(ManualSheet.MATERIALS, 5, ManualSheet.MATERIAL, conditional)
                .set(ManualSheet.MATERIAL_CONDITIONS, 2, ManualSheet.MATERIAL, conditional);
    }

    private void deploy(FilledIn workbook) throws IOException {
        var item = FilledIn.factory(folder.resolve("items"), false)
                .generate(workbook.saveIn(folder))
                .get(0);
        var process = Files.readString(item.resolve("process.bpmn"));
        var resources = hall.engine()
                .getRepositoryService()
                .createDeployment()
                .addString("process.bpmn", process)
                .addString("materials.dmn", Files.readString(item.resolve("materials.dmn")));
        for (var form :
                FORM.matcher(process).results().map(m -> m.group(1)).distinct().toList()) {
            var content = Files.readString(FORMS.resolve(form + ".form"));
            resources.addString(
                    "forms/tasks/" + form + ".form",
                    form.equals("application") ? withQuestions(content, item) : content);
        }
        deployment = resources.deploy().getId();
    }

    private static String withQuestions(String application, Path item) throws IOException {
        var json = new ObjectMapper();
        var form = (ObjectNode) json.readTree(application);
        var questions = json.readTree(item.resolve("situation.form").toFile());
        ((ArrayNode) form.get("components")).addAll((ArrayNode) questions.get("components"));
        return form.toString();
    }
}
