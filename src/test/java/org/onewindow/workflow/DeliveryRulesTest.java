package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.byAgent;
import static org.onewindow.workflow.Forms.permit;
import static org.onewindow.workflow.Forms.pickUpByCode;
import static org.onewindow.workflow.Forms.pickUpByIdentity;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Forms.without;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.casefile.CaseState;
import org.onewindow.document.DocumentKind;
import org.onewindow.document.Documents;
import org.onewindow.issuance.Issuance;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 送达方式: each asks for what it needs and for nothing else; several results of one applicant go at once. */
@HallTest
class DeliveryRulesTest {

    /** Nobody else's in these tests, so that nobody else's results are ready. */
    private static final String OWN_ID = "150203199003070017";

    private static final Map<String, Object> BY_POST =
            Map.of("manner", "post", "postTo", "on-file", "carrier", "中国邮政速递物流", "trackingNumber", "1150203000018");

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Issuance issuance;

    @Autowired
    private Documents documents;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void byPostToTheAddressOnFile() {
        var permit = ready(with(permit(), "address", "昆都仑区钢铁大街1号"));
        assertThat(issuance.label(permit.number()).orElseThrow().to().address()).isEqualTo("昆都仑区钢铁大街1号");
        issue(permit, BY_POST);
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
        assertThat(delivery(permit))
                .containsExactly("post", "carrier", "李建国", "13804721000", "昆都仑区钢铁大街1号", "中国邮政速递物流", "1150203000018");
    }

    @Test
    void byPostToAnotherAddress() {
        var permit = ready(permit());
        assertRefused(permit, BY_POST, "没有登记地址");
        var elsewhere = with(
                with(with(with(BY_POST, "postTo", "other"), "addressee", "李小红"), "postPhone", "1380472100"),
                "postAddress",
                "青山区幸福路5号");
        assertRefused(permit, elsewhere, "收件人电话不正确");
        assertRefused(permit, without(elsewhere, "postAddress"), "请填写“寄送地址”");
        issue(permit, with(elsewhere, "postPhone", "13804721002"));
        assertThat(issuance.label(permit.number()).orElseThrow().to().name()).isEqualTo("李小红");
        assertThat(tables.holding("act\\_%", "青山区幸福路5号")).isEmpty();
        assertThat(tables.holding("act\\_%", "13804721002")).isEmpty();
    }

    @Test
    void electronicallyToWhoeverAgreed() {
        var permit = ready(permit());
        assertRefused(permit, Map.of("manner", "electronic"), "请勾选“申请人同意电子送达");
        issue(permit, Map.of("manner", "electronic", "electronicAgreed", true));
        assertThat(delivery(permit)).startsWith("electronic", "download", "李建国");
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void anAgentShowsAuthority() {
        var permit = ready(byAgent(permit()));
        var form = pickUpByIdentity("agent", Forms.AGENT_ID);
        assertRefused(permit, without(form, "authorityChecked"), "请勾选“已核对授权委托书");
        issue(permit, form);
        assertThat(delivery(permit)).startsWith("agent", "identity");
    }

    @ParameterizedTest
    @CsvSource({"in-person, 请选择“身份核验”", "post, 请填写“运单号”", "agent, 请勾选“领取人已在送达回证上签字”"})
    void whatAMannerNeedsIsAskedFor(String manner, String message) {
        assertRefused(ready(permit()), Map.of("manner", manner), message);
    }

    @Test
    void severalResultsOfAnApplicantGoAtOnce() {
        var own = with(permit(), "idNumber", OWN_ID);
        var one = ready(own);
        var two = ready(own);
        var strangers = ready(permit());
        assertThat(hall.as("wangfang")
                        .opens(one, "task_issueResult")
                        .get("casesReady")
                        .toString())
                .contains(two.number().value())
                .doesNotContain(strangers.number().value())
                .doesNotContain(OWN_ID);
        issue(
                one,
                with(
                        pickUpByIdentity("in-person", OWN_ID),
                        "together",
                        List.of(two.number().value())));
        for (var issued : List.of(one, two)) {
            assertThat(issued.item()).isEnded();
            assertThat(issued.state()).isEqualTo(CaseState.GRANTED);
            assertThat(issued.steps()).last().satisfies(step -> {
                assertThat(step.name()).isEqualTo("出件");
                assertThat(step.actor()).isEqualTo("wangfang");
            });
            assertThat(documents.current(issued.number(), DocumentKind.DELIVERY))
                    .isPresent();
        }
    }

    @Test
    void ifOneIsRefusedNoneIsIssued() {
        var own = with(permit(), "idNumber", "150203199003070033");
        var one = ready(own);
        var byAgent = ready(byAgent(own));
        hall.as("wangfang").claim(one, "task_issueResult");
        var form = with(
                pickUpByIdentity("agent", Forms.AGENT_ID),
                "together",
                List.of(one.number().value()));
        var before = tables.contents();
        refusalOf(() -> hall.as("wangfang").submit(byAgent, "task_issueResult", form))
                .contains("一并送达的办件" + one.number(), "与办件登记的代办人不一致");
        assertThat(tables.contents().get("delivery")).isEqualTo(before.get("delivery"));
        assertThat(one.state()).isEqualTo(CaseState.READY);
        assertThat(byAgent.state()).isEqualTo(CaseState.READY);
    }

    /** A code opens its own case; it says nothing of who holds it. */
    @Test
    void aPickUpCodeBringsNoOtherResult() {
        var own = with(permit(), "idNumber", "15020319900307005X");
        var one = ready(own);
        var two = ready(own);
        issue(
                one,
                with(
                        pickUpByCode(one.file().pickupCode()),
                        "together",
                        List.of(two.number().value())));
        assertThat(one.state()).isEqualTo(CaseState.GRANTED);
        assertThat(two.state()).isEqualTo(CaseState.READY);
    }

    @Test
    void nobodyTakesAStrangersResultAlong() {
        var own = with(permit(), "idNumber", "150203199003070076");
        var one = ready(own);
        ready(own);
        var strangers = ready(permit());
        assertRefused(
                one,
                with(
                        pickUpByIdentity("in-person", "150203199003070076"),
                        "together",
                        List.of(strangers.number().value())),
                "的选项已变化");
        assertThat(strangers.state()).isEqualTo(CaseState.READY);
    }

    private ReceivedCase ready(Map<String, Object> form) {
        var permit = hall.as("zhangmin").receive(Forms.PERMIT, form);
        way.toIssuance(permit);
        return permit;
    }

    private void issue(ReceivedCase permit, Map<String, Object> form) {
        hall.as("wangfang").submit(permit, "task_issueResult", form);
    }

    private void assertRefused(ReceivedCase permit, Map<String, Object> form, String message) {
        refusalOf(() -> issue(permit, form)).contains(message);
        assertThat(permit.issuance()).isWaitingAt("task_issueResult");
    }

    private List<Object> delivery(ReceivedCase permit) {
        return List.copyOf(database.sql("""
                        select manner, verified_by, recipient, coalesce(phone, '') as phone, coalesce(address, '') as address,
                            coalesce(carrier, '') as carrier, coalesce(tracking_number, '') as tracking_number
                        from delivery where case_number = ?""")
                .param(permit.number().value())
                .query()
                .singleRow()
                .values());
    }
}
