package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.pickUpByCode;
import static org.onewindow.workflow.Forms.pickUpByIdentity;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 统一出件: to whoever has the code or is the person on file. */
@HallTest
class IssuanceRulesTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    @Autowired
    private JdbcClient database;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void aWrongPickUpCodeIsRefused() {
        var permit = way.readyForIssuance();
        assertRefused(permit, pickUpByCode("WRONG234"), "取件码不正确");
    }

    @Test
    void aPickUpCodeIsRightInSmallLettersToo() {
        var permit = way.readyForIssuance();
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_issueResult",
                        pickUpByCode(permit.file().pickupCode().toLowerCase(Locale.ROOT)));
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void aWrongIdentityNumberIsRefused() {
        var permit = way.readyForIssuance();
        assertRefused(permit, pickUpByIdentity("in-person", Forms.AGENT_ID), "与办件登记的申请人不一致");
    }

    @Test
    void anAgentWhoIsNotOnFileIsRefused() {
        var permit = way.readyForIssuance();
        assertRefused(permit, pickUpByIdentity("agent", Forms.APPLICANT_ID), "与办件登记的代办人不一致");
    }

    @Test
    void nobodyTakesAResultWithoutSigningForIt() {
        var permit = way.readyForIssuance();
        assertRefused(permit, Forms.with(pickUpByCode(permit.file().pickupCode()), "receiptSigned", false), "送达回证");
    }

    private void assertRefused(Hall.ReceivedCase permit, Map<String, Object> form, String message) {
        var taskId = hall.as("wangfang").claim(permit, "task_issueResult").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("wangfang").submitForm(taskId, form)).contains(message);
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.issuance()).isWaitingAt("task_issueResult");
        assertThat(permit.state()).isEqualTo(CaseState.READY);
    }

    @Test
    void theRightIdentityNumberIsAcceptedAndStoredNowhereElse() {
        var permit = way.readyForIssuance();
        var before = tables.holding("%", Forms.APPLICANT_ID);
        assertThat(before).containsExactly("case_party.id_number");
        hall.as("wangfang").submit(permit, "task_issueResult", pickUpByIdentity("in-person", Forms.APPLICANT_ID));
        assertThat(permit.item()).isEnded();
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
        assertThat(tables.holding("%", Forms.APPLICANT_ID)).isEqualTo(before);
        assertThat(database.sql(
                                "select manner, verified_by, recipient, delivered_by from delivery where case_number = ?")
                        .param(permit.number().value())
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("in-person", "identity", "李建国", "wangfang");
    }

    @Test
    void anAgentOnFileTakesTheResult() {
        var permit = hall.as("zhangmin").receive(Forms.PERMIT, Forms.byAgent(Forms.permit()));
        way.toIssuance(permit);
        hall.as("wangfang").submit(permit, "task_issueResult", pickUpByIdentity("agent", Forms.AGENT_ID));
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
    }

    /** What the issuing clerk sees must not be what the recipient has to prove. */
    @Test
    void thePickUpCodeIsNotShownToTheIssuingClerk() {
        var permit = way.readyForIssuance();
        assertThat(hall.as("wangfang").opens(permit, "task_issueResult").toString())
                .contains(permit.number().value())
                .doesNotContain(permit.file().pickupCode())
                .doesNotContain(Forms.APPLICANT_ID);
    }
}
