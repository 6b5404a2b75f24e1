package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.byOrganization;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.person;
import static org.onewindow.workflow.Forms.pickUpByCode;
import static org.onewindow.workflow.Forms.reject;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseState;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is special on the ways of the investment and business items. */
@HallTest
class InvestmentItemsTest {

    @Autowired
    private Hall hall;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @Test
    void anInvestmentIsFiledInOneSittingAtTheWindow() {
        var project = hall.as("chenjie").receive("enterprise-investment-filing", project("filing"));
        hall.as("chenjie").submit(project, "task_verifyMaterials", accept(project));
        hall.as("chenjie").submit(project, "task_decideAtWindow", opinion("grant", "予以备案。"));
        hall.as("chenjie")
                .submit(project, "task_issueResult", pickUpByCode(project.file().pickupCode()));
        assertThat(project.state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void aProjectOfTheApprovalCatalogueIsNotFiled() {
        var project = hall.as("chenjie").receive("enterprise-investment-filing", project("ineligible"));
        refusalOf(() -> hall.as("chenjie").submit(project, "task_verifyMaterials", accept(project)))
                .contains("不符合受理条件");
    }

    @Test
    void allPartsOfTheJointAcceptanceAreConfirmedBeforeTheSummary() {
        var building = hall.as("chenjie")
                .receive(
                        "joint-completion-acceptance",
                        organization(Map.of(
                                "projectName",
                                "昆区友谊小区二期",
                                "floorArea",
                                12000,
                                "hasCivilDefenseWorks",
                                "yes",
                                "siteContact",
                                "赵志强 13804721074")));
        hall.as("chenjie").submit(building, "task_verifyMaterials", accept(building));
        hall.as("panhong").submit(building, "task_handle", handled("propose-grant", "资料齐全，送会办。"));
        var parts = Map.of(
                "task_consultNaturalResources", "hanxu",
                "task_consultHousingConstruction", "panhong",
                "task_consultCivilDefense", "duwei",
                "task_consultArchives", "yaoli");
        assertThat(building.item()).isWaitingAt(parts.keySet().toArray(String[]::new));
        parts.forEach((task, account) -> {
            assertThat(hall.as("panhong").find(building, "task_summarize"))
                    .as("a part is outstanding")
                    .isNull();
            hall.as(account).submit(building, task, opinion("agree", "符合要求。"));
        });
        assertThat(building.item()).isWaitingAt("task_summarize");
        hall.as("panhong").submit(building, "task_summarize", opinion("agree", "四项均符合要求。"));
        hall.as("tianjun").submit(building, "task_decide", opinion("grant", "通过联合验收。"));
        hall.as("panhong").submit(building, "task_makeCertificate", Map.of("certificateChecked", true));
        hall.as("wangfang").receivesResult(building);
        hall.as("wangfang")
                .submit(
                        building,
                        "task_issueResult",
                        pickUpByCode(building.file().pickupCode()));
        assertThat(building.state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void theTimeForAConstructionPermitRunsFromItsReceipt() {
        var works = hall.as("chenjie").receive("construction-permit", construction());
        hall.at("2026-03-03T10:00");
        hall.as("chenjie").submit(works, "task_verifyMaterials", accept(works));
        assertThat(works.dates().promisedDue())
                .as("three working days after Monday")
                .contains(LocalDate.of(2026, 3, 5));
    }

    @Test
    void withoutItsPublicationACompanyIsNotDeregistered() {
        var company = deregistration("ineligible");
        refusalOf(() -> hall.as("liuyang").submit(company, "task_verifyMaterials", accept(company)))
                .contains("不符合受理条件");
        hall.as("liuyang").submit(company, "task_verifyMaterials", reject(company, "decline", "公示未满二十日。"));
        assertThat(company.end()).isEqualTo("event_notAccepted");

        var published = deregistration("completed");
        hall.as("liuyang").submit(published, "task_verifyMaterials", accept(published));
        assertThat(published.item()).isWaitingAt("task_decideAtWindow");
    }

    @Test
    void aCompanyIsRegisteredAtTheWindowOrElseByTheDepartment() {
        var atOnce = hall.as("liuyang").receive("company-registration", company());
        hall.as("liuyang").submit(atOnce, "task_verifyMaterials", accept(atOnce));
        hall.as("liuyang").submit(atOnce, "task_decideAtWindow", opinion("grant", "准予登记。"));
        assertThat(atOnce.item()).isWaitingAt("task_issuance");

        var later = hall.as("liuyang").receive("company-registration", company());
        hall.as("liuyang").submit(later, "task_verifyMaterials", accept(later));
        hall.as("liuyang").submit(later, "task_decideAtWindow", opinion("transfer", "股权结构复杂，转登记机关。"));
        assertThat(later.item()).isWaitingAt("task_handle");
        assertThat(later.dates().statutoryDue())
                .as("three working days after Monday")
                .contains(LocalDate.of(2026, 3, 5));
    }

    private static Map<String, Object> company() {
        return organization(Map.of(
                "companyName",
                "包头清泉物流有限公司",
                "registeredCapital",
                500,
                "domicile",
                "昆都仑区友谊大街10号",
                "businessScope",
                "普通货物仓储服务",
                "needsPriorApproval",
                "no"));
    }

    private ReceivedCase deregistration(String publication) {
        var form = organization(Map.of("publicationStatus", publication, "businessStatus", "normal"));
        return hall.as("liuyang").receive("simplified-deregistration", form);
    }

    private static Map<String, Object> project(String managementKind) {
        return organization(Map.of(
                "projectName",
                "清泉仓储物流中心",
                "projectSite",
                "昆都仑区昆河镇卜汉路8号",
                "totalInvestment",
                3200,
                "managementKind",
                managementKind));
    }

    private static Map<String, Object> construction() {
        return organization(Map.of(
                "projectName", "清泉仓储物流中心",
                "contractPrice", 1800,
                "needsPlanningPermit", "yes",
                "tenderRequired", "no",
                "drawingReviewRequired", "yes"));
    }

    private static Map<String, Object> organization(Map<String, Object> answers) {
        var form = byOrganization(person());
        form.putAll(answers);
        return form;
    }
}
