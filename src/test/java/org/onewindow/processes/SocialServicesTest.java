package org.onewindow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.onSiteCheck;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.person;
import static org.onewindow.workflow.Forms.reject;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseState;
import org.onewindow.deadline.ClockPhase;
import org.onewindow.deadline.Pause;
import org.onewindow.deadline.SpecialProcedure;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is special on the ways of the social assistance items, from the community to the district. */
@HallTest
class SocialServicesTest {

    private static final String ALLOWANCE = "minimum-living-allowance";
    private static final String SUPPORT = "extreme-poverty-support";
    private static final String OLD_AGE = "old-age-allowance";
    private static final String DISABILITY = "disability-certificate";

    @Autowired
    private Hall hall;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @Test
    void bothInvestigationsAreNeededBeforeTheReview() {
        var household = accepted(ALLOWANCE, household());
        assertThat(household.file().department()).contains("shaoxianlu-office");
        hall.as("songna").submit(household, "task_checkRecords", handled("conform", "收入、财产符合规定。"));
        assertThat(hall.as("fengtao").find(household, "task_review"))
                .as("the visit is outstanding")
                .isNull();
        visited(household);
        hall.as("fengtao").submit(household, "task_review", opinion("return", "请重新核对收入。"));
        assertThat(household.item()).isWaitingAt("task_checkRecords", "task_visitHousehold");
        visited(household);
        assertThat(hall.as("fengtao").find(household, "task_review"))
                .as("the records are outstanding")
                .isNull();
        checked(household);
        assertThat(household.item()).isWaitingAt("task_review");
    }

    @Test
    void thePublicationOfSevenDaysCannotBeCutShort() {
        var household = accepted(ALLOWANCE, household());
        checked(household);
        visited(household);
        hall.as("fengtao").submit(household, "task_review", opinion("agree", "符合条件。"));
        hall.as("songna").submit(household, "task_publicize", Map.of("opinion", "在社区公示栏公示。"));
        assertThat(household.task()).isNull();
        hall.at("2026-03-09T23:59");
        assertThat(hall.runDueTimers(household)).doesNotContain("event_publicationEnded");
        hall.at("2026-03-10T08:30");
        assertThat(hall.runDueTimers(household)).contains("event_publicationEnded");
        hall.as("songna").submit(household, "task_concludePublication", opinion("no-objection", "公示期内无异议。"));
        confirmedAndIssued(household);
        assertThat(household.stepNames())
                .containsExactly("核验材料", "家庭经济状况核对", "入户调查", "街道审核", "公示", "公示结果", "民政局确认", "制证", "接收证件", "出件");
    }

    @Test
    void whoeverIsToBeRefusedIsNotPublicized() {
        var household = accepted(ALLOWANCE, household());
        checked(household);
        visited(household);
        hall.as("fengtao").submit(household, "task_review", opinion("propose-deny", "人均收入超过标准。"));
        hall.as("jiangtao").submit(household, "task_decide", opinion("deny", "家庭人均收入超过最低生活保障标准。"));
        assertThat(household.item()).hasNotPassed("task_publicize").isWaitingAt("task_issuance");
    }

    @Test
    void minorsAreNotPublicized() {
        var minor = accepted(SUPPORT, support("yes"));
        checked(minor);
        visited(minor);
        hall.as("fengtao").submit(minor, "task_review", opinion("agree", "符合条件。"));
        assertThat(minor.item()).hasNotPassed("task_publicize").isWaitingAt("task_decide");
        confirmedAndIssued(minor);

        var adult = accepted(SUPPORT, support("no"));
        checked(adult);
        visited(adult);
        hall.as("fengtao").submit(adult, "task_review", opinion("agree", "符合条件。"));
        assertThat(adult.item()).isWaitingAt("task_publicize");
    }

    @Test
    void theAllowanceOfTheOldGoesThroughThreeLevels() {
        var old = accepted(OLD_AGE, old("80-89"));
        assertThat(old.task().getDueDate())
                .as("five working days at the community")
                .isEqualTo(Timestamp.valueOf("2026-03-09 17:00:00"));
        hall.as("songna").submit(old, "task_handle", handled("propose-grant", "情况属实。"));
        hall.as("fengtao").submit(old, "task_review", opinion("agree", "同意。"));
        confirmedAndIssued(old);
        assertThat(old.stepNames()).containsExactly("核验材料", "社区初审", "街道审核", "民政局确认", "制证", "接收证件", "出件");
    }

    @Test
    void nobodyBelowEightyIsAccepted() {
        var young = hall.as("zhangmin").receive(OLD_AGE, old("ineligible"));
        refusalOf(() -> hall.as("zhangmin").submit(young, "task_verifyMaterials", accept(young)))
                .contains("不符合受理条件");
        hall.as("zhangmin").submit(young, "task_verifyMaterials", reject(young, "decline", "申请人不满80周岁。"));
        assertThat(young.end()).isEqualTo("event_notAccepted");
    }

    @Test
    void theAssessmentOfADisabilityStopsTheClock() {
        var applicant = accepted(DISABILITY, disability());
        assertThat(applicant.dates().promisedDue()).contains(LocalDate.of(2026, 3, 23));
        hall.as("baili").submit(applicant, "task_startAssessment", assessment());
        assertThat(applicant.dates().phase()).isEqualTo(ClockPhase.PAUSED);
        assertThat(applicant.dates().runningPause()).map(Pause::procedure).contains(SpecialProcedure.APPRAISAL);
        assertThat(applicant.task().getDueDate())
                .as("what the applicant was told")
                .isEqualTo(Timestamp.valueOf("2026-03-16 17:00:00"));

        hall.at("2026-03-09T10:00");
        hall.as("baili").submit(applicant, "task_endAssessment", Map.of("opinion", "肢体残疾三级。", "ended", true));
        assertThat(applicant.dates().phase()).isEqualTo(ClockPhase.HANDLING);
        assertThat(applicant.dates().promisedDue())
                .as("five working days later")
                .contains(LocalDate.of(2026, 3, 30));
        hall.as("baili").submit(applicant, "task_handle", handled("propose-grant", "符合残疾标准。"));
        hall.as("baili").submit(applicant, "task_publicize", Map.of("opinion", "在社区公示栏公示。"));
        hall.at("2026-03-16T23:59");
        assertThat(hall.runDueTimers(applicant))
                .as("its five days are working days")
                .doesNotContain("event_publicationEnded");
        hall.at("2026-03-17T08:30");
        assertThat(hall.runDueTimers(applicant)).contains("event_publicationEnded");
    }

    @Test
    void aDisabledMinorIsNotPublicized() {
        var minor = accepted(DISABILITY, with(disability(), "applicantIsMinor", "yes"));
        hall.as("baili").submit(minor, "task_startAssessment", assessment());
        hall.as("baili").submit(minor, "task_endAssessment", Map.of("opinion", "肢体残疾三级。", "ended", true));
        hall.as("baili").submit(minor, "task_handle", handled("propose-grant", "符合残疾标准。"));
        assertThat(minor.item()).hasNotPassed("task_publicize").isWaitingAt("task_review");
        hall.as("shilei").submit(minor, "task_review", opinion("agree", "同意。"));
        hall.as("kongming").submit(minor, "task_decide", opinion("grant", "准予。"));
        assertThat(minor.file().result().orElseThrow().validUntil()).contains(LocalDate.of(2036, 3, 1));
    }

    @Test
    void enrolmentInTheMedicalInsuranceIsDecidedAtTheWindow() {
        var form = person();
        form.putAll(Map.of("localHousehold", "no", "insuredGroup", "adult"));
        var resident = hall.as("luyan").receive("medical-insurance-enrolment", form);
        hall.as("luyan").submit(resident, "task_verifyMaterials", accept(resident));
        hall.as("luyan").submit(resident, "task_decideAtWindow", opinion("grant", "予以登记。"));
        hall.as("luyan")
                .submit(
                        resident,
                        "task_issueResult",
                        Forms.pickUpByCode(resident.file().pickupCode()));
        assertThat(resident.state()).isEqualTo(CaseState.GRANTED);
    }

    private ReceivedCase accepted(String item, Map<String, Object> form) {
        var received = hall.as("zhangmin").receive(item, form);
        hall.as("zhangmin").submit(received, "task_verifyMaterials", accept(received));
        return received;
    }

    private void checked(ReceivedCase received) {
        hall.as("songna").submit(received, "task_checkRecords", handled("conform", "收入、财产符合规定。"));
    }

    private void visited(ReceivedCase received) {
        hall.as("tangyong").submit(received, "task_visitHousehold", onSiteCheck("songna", "tangyong", "2026-03-02"));
    }

    private void confirmedAndIssued(ReceivedCase received) {
        hall.as("jiangtao").submit(received, "task_decide", opinion("grant", "予以确认。"));
        hall.as("dongxue").submit(received, "task_makeCertificate", Map.of("certificateChecked", true));
        hall.as("wangfang").receivesResult(received);
        hall.as("wangfang")
                .submit(
                        received,
                        "task_issueResult",
                        Forms.pickUpByCode(received.file().pickupCode()));
        assertThat(received.state()).isEqualTo(CaseState.GRANTED);
    }

    private static Map<String, Object> household() {
        var form = person();
        form.putAll(Map.of("householdSize", 3, "hasDisabledMember", "no", "hasSeriouslyIllMember", "no"));
        return form;
    }

    private static Map<String, Object> support(String isMinor) {
        var form = person();
        form.putAll(Map.of("applicantIsMinor", isMinor, "isDisabled", "no", "supportManner", "at-home"));
        return form;
    }

    private static Map<String, Object> old(String ageGroup) {
        var form = person();
        form.putAll(Map.of("ageGroup", ageGroup, "community", "友谊社区"));
        return form;
    }

    private static Map<String, Object> disability() {
        var form = person();
        form.putAll(Map.of("disabilityKind", "physical", "applicantIsMinor", "no"));
        return form;
    }

    private static Map<String, Object> assessment() {
        return Map.of("procedure", "鉴定", "plannedDays", 10, "opinion", "送市中心医院评定。");
    }
}
