package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.onewindow.workflow.Forms.BUSINESS;
import static org.onewindow.workflow.Forms.PERMIT;
import static org.onewindow.workflow.Forms.business;
import static org.onewindow.workflow.Forms.byAgent;
import static org.onewindow.workflow.Forms.byOrganization;
import static org.onewindow.workflow.Forms.permit;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Forms.without;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onewindow.casefile.RefusedInput;
import org.springframework.beans.factory.annotation.Autowired;

/** 收件: what is wrong on the application form is refused at once, all of it, and nothing is created. */
@HallTest
class IntakeRulesTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongForms")
    void isRefusedAndNothingIsCreated(String what, Map<String, Object> form, String message) {
        var before = tables.contents();
        refusalOf(() -> hall.as("zhangmin").receive(PERMIT, form)).as(what).contains(message);
        assertThat(tables.contents()).isEqualTo(before);
    }

    static Stream<Arguments> wrongForms() {
        return Stream.of(
                wrong(
                        "check digit of an identity number",
                        with(permit(), "idNumber", "150203197804121007"),
                        "公民身份号码不正确"),
                wrong("a birth date that never was", with(permit(), "idNumber", "150203198002300017"), "公民身份号码不正确"),
                wrong("17 digits", with(permit(), "idNumber", "15020319780412100"), "至少18字"),
                wrong(
                        "check digit of a credit code",
                        with(byOrganization(permit()), "creditCode", "91150203MA0N000165"),
                        "统一社会信用代码不正确"),
                wrong(
                        "two digits of a credit code changed places",
                        with(byOrganization(permit()), "creditCode", "91150203MA0N001064"),
                        "统一社会信用代码不正确"),
                wrong(
                        "an organisation without a legal representative",
                        without(byOrganization(permit()), "legalRepresentative"),
                        "法定代表人"),
                wrong("ten digits of a phone", with(permit(), "contactPhone", "1380472100"), "联系电话不正确"),
                wrong("letters in a phone", with(permit(), "contactPhone", "1380472100O"), "联系电话不正确"),
                wrong(
                        "an agent's wrong identity number",
                        with(byAgent(permit()), "agentIdNumber", "150203198506231018"),
                        "代办人公民身份号码不正确"),
                wrong("an agent without a phone", without(byAgent(permit()), "agentPhone"), "代办人联系电话"),
                wrong("no applicant's name", with(permit(), "applicantName", "   "), "请填写“申请人姓名（名称）”"),
                wrong("a name of one character", with(permit(), "applicantName", "李"), "至少2字"),
                wrong("a name that is too long", with(permit(), "applicantName", "李".repeat(101)), "最多100字"),
                wrong("a district that is not on the list", with(permit(), "district", "beijing"), "选项不存在"),
                wrong("an area of nothing", with(permit(), "premisesArea", 0), "营业面积"),
                wrong("an area in words", with(permit(), "premisesArea", "很大"), "营业面积"),
                wrong("an unanswered question of the item", without(permit(), "usesCentralAirConditioning"), "集中空调"),
                wrong("a field that the form does not have", with(permit(), "pickupCode", "ABCDEFGH"), "pickupCode"));
    }

    private static Arguments wrong(String what, Map<String, Object> form, String message) {
        return Arguments.of(what, form, message);
    }

    @Test
    void everyViolationIsToldAtOnce() {
        var form = with(with(permit(), "idNumber", "150203197804121007"), "contactPhone", "12345678901");
        refusalOf(() -> hall.as("zhangmin").receive(PERMIT, form)).contains("公民身份号码不正确", "联系电话不正确");
    }

    @Test
    void anOrganisationCannotBecomeAnIndividualBusiness() {
        var before = tables.contents();
        refusalOf(() -> hall.as("liuyang").receive(BUSINESS, byOrganization(business())))
                .contains("不面向法人或者其他组织");
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void anAnswerThatTheFormDoesNotAskForIsDropped() {
        var before = tables.holding("%", "91150203MA0N000236");
        hall.as("zhangmin").receive(PERMIT, with(permit(), "creditCode", "91150203MA0N000236"));
        assertThat(before).isEmpty();
        assertThat(tables.holding("%", "91150203MA0N000236")).isEmpty();
    }

    @Test
    void aSmallXIsAsGoodAsALargeOne() {
        var received = hall.as("zhangmin").receive(PERMIT, with(permit(), "idNumber", "15020319830730106x"));
        assertThat(tables.holding("case_party", "15020319830730106X")).containsExactly("case_party.id_number");
        assertThat(received.file().applicantName()).isEqualTo("李**");
    }

    @Test
    void nobodyReceivesWithoutLoggingIn() {
        var before = tables.contents();
        var forms = hall.engine().getFormService();
        var definition = hall.engine()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("item_" + PERMIT)
                .latestVersion()
                .singleResult();
        refusalOf(() -> forms.submitStartForm(definition.getId(), permit())).contains("请登录");
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void violationsNameTheirFields() {
        var thrown = catchThrowableOfType(RefusedInput.class, () -> hall.as("zhangmin")
                .receive(PERMIT, with(permit(), "idNumber", "150203197804121007")));
        assertThat(thrown.violations())
                .extracting(RefusedInput.Violation::field)
                .isEqualTo(List.of("idNumber"));
    }

    @Test
    void caseNumbersAreUniqueWhenManyReceiveAtOnce() throws Exception {
        var desks = Executors.newFixedThreadPool(8);
        try {
            Callable<String> receive =
                    () -> hall.as("zhangmin").receive(PERMIT, permit()).number().value();
            var numbers = new TreeSet<String>();
            for (var received : desks.invokeAll(Collections.nCopies(40, receive))) {
                numbers.add(received.get());
            }
            assertThat(numbers).hasSize(40).allMatch(number -> number.startsWith("15020320260302"));
        } finally {
            desks.shutdownNow();
        }
    }
}
