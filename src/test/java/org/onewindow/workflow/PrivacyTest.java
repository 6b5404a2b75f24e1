package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.BUSINESS;
import static org.onewindow.workflow.Forms.PERMIT;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.business;
import static org.onewindow.workflow.Forms.byAgent;
import static org.onewindow.workflow.Forms.byOrganization;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Forms.permit;
import static org.onewindow.workflow.Forms.pickUpByIdentity;
import static org.onewindow.workflow.Forms.with;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseState;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.springframework.beans.factory.annotation.Autowired;

/** No identity number, phone or person's name reaches the engine's tables, runtime or history, in texts or in bytes. */
@HallTest
class PrivacyTest {

    /** Of the people below: numbers, phones, names, addresses, and whole numbers in pieces. */
    private static final List<String> PERSONAL = List.of(
            "150203199106161114",
            "19910616",
            "13847210911",
            "欧阳明月",
            "明月",
            "150203197911201044",
            "13847210922",
            "司马晓光",
            "晓光",
            "诸葛文清",
            "文清",
            "13847210933",
            "91150203MA0N000164",
            "钢铁大街911号");

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void theEngineKnowsNoPersonalData() {
        var permit = permitOfAPerson();
        var hotel = permitOfAnOrganisation();
        var shop = businessOfAPerson();
        var waiting = hall.as("zhangmin").receive(PERMIT, person(permit()));
        var ready = permitReadyForAPerson();

        assertThat(tables.names("act\\_%"))
                .as("the engine's tables are searched")
                .hasSizeGreaterThan(40);
        for (var number : List.of(
                permit.number().value(), hotel.number().value(), shop.number().value())) {
            assertThat(tables.holding("act\\_%", number))
                    .as("the search finds what is there")
                    .contains("act_hi_procinst.business_key_");
        }
        for (var open : List.of(waiting, ready)) {
            assertThat(tables.holding("act\\_%", open.number().value()))
                    .as("and processes that are running")
                    .contains("act_ru_execution.business_key_");
        }
        assertThat(tables.holding("act\\_%", "核验材料"))
                .as("and looks into bytes")
                .contains("act_ge_bytearray.bytes_", "act_ru_task.name_");
        assertThat(tables.holding("act\\_%", "欧***")).as("the masked name").isEmpty();
        for (var personal : PERSONAL) {
            assertThat(tables.holding("act\\_%", personal)).as(personal).isEmpty();
            assertThat(tables.holding("act\\_%", escaped(personal)))
                    .as("%s, escaped", personal)
                    .isEmpty();
            assertThat(tables.holding("case\\_%", personal))
                    .as("%s is in the case file", personal)
                    .isNotEmpty();
        }
    }

    /** As JSON may write it. */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    /** With an agent, a correction, refusals on the way, and a handover against the identity card. */
    private ReceivedCase permitOfAPerson() {
        var permit = hall.as("zhangmin").receive(PERMIT, person(permit()));
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "未标明面积")));
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        way.toIssuance(permit);
        Refusal.refusalOf(() -> hall.as("wangfang")
                .submit(permit, "task_issueResult", pickUpByIdentity("agent", "150203199106161114")));
        hall.as("wangfang")
                .submit(
                        permit,
                        "task_issueResult",
                        with(pickUpByIdentity("agent", "150203197911201044"), "recipientName", "司马晓光"));
        assertThat(permit.state()).isEqualTo(CaseState.GRANTED);
        return permit;
    }

    /** Somebody who is not the agent tried to fetch the result. */
    private ReceivedCase permitReadyForAPerson() {
        var permit = hall.as("zhangmin").receive(PERMIT, person(permit()));
        way.toIssuance(permit);
        Refusal.refusalOf(() -> hall.as("wangfang")
                .submit(permit, "task_issueResult", pickUpByIdentity("agent", "150203199106161114")));
        return permit;
    }

    private ReceivedCase permitOfAnOrganisation() {
        var form = with(byOrganization(permit()), "legalRepresentative", "诸葛文清");
        var hotel = hall.as("zhangmin")
                .receive(PERMIT, with(with(form, "contactName", "诸葛文清"), "contactPhone", "13847210933"));
        way.toIssuance(hotel);
        hall.as("wangfang")
                .submit(
                        hotel,
                        "task_issueResult",
                        with(pickUpByIdentity("in-person", Forms.CREDIT_CODE), "recipientName", "诸葛文清"));
        assertThat(hotel.item()).isEnded();
        return hotel;
    }

    private ReceivedCase businessOfAPerson() {
        var shop = hall.as("liuyang").receive(BUSINESS, person(business()));
        hall.as("liuyang").submit(shop, "task_verifyMaterials", accept(shop));
        hall.as("liuyang").submit(shop, "task_decideAtWindow", opinion("grant", "材料齐全、符合法定形式。"));
        hall.as("liuyang")
                .submit(
                        shop,
                        "task_issueResult",
                        with(pickUpByIdentity("in-person", "150203199106161114"), "recipientName", "欧阳明月"));
        assertThat(shop.item()).isEnded();
        return shop;
    }

    private static Map<String, Object> person(Map<String, Object> form) {
        var person = byAgent(form);
        person.putAll(Map.of(
                "applicantName", "欧阳明月",
                "idNumber", "150203199106161114",
                "contactName", "欧阳明月",
                "contactPhone", "13847210911",
                "address", "昆都仑区钢铁大街911号",
                "agentName", "司马晓光",
                "agentIdNumber", "150203197911201044",
                "agentPhone", "13847210922"));
        return person;
    }
}
