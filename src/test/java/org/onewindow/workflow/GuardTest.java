package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.PERMIT;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.with;
import static org.onewindow.workflow.Forms.without;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that a browser sends is trusted: refused with a message, the task stays, nothing is written. */
@HallTest
class GuardTest {

    private static final String TEN_MEGABYTES = "字".repeat(10 * 1024 * 1024 / 3);

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

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedForms")
    void isRefusedAndNothingIsWritten(String what, Map<String, Object> form, String message) {
        var permit = way.accepted();
        var taskId = hall.as("zhaogang").claim(permit, "task_handle").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("zhaogang").submitForm(taskId, form))
                .as(what)
                .contains(message)
                .hasSizeLessThan(300);
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.item()).isWaitingAt("task_handle");
        way.handles(permit);
        assertThat(permit.item()).as("an honest form still passes").isWaitingAt("task_checkOnSite");
    }

    static Stream<Arguments> forgedForms() {
        var honest = handled("propose-grant", "拟同意。");
        return Stream.of(
                forged("an unknown outcome", with(honest, "outcome", "grant"), "选项不存在"),
                forged("no outcome", without(honest, "outcome"), "承办结论"),
                forged("no opinion", without(honest, "opinion"), "承办意见"),
                forged("an opinion of blanks", with(honest, "opinion", " \n\t "), "承办意见"),
                forged("an opinion that is null", with(honest, "opinion", null), "承办意见"),
                forged("an unknown variable", with(honest, "approved", true), "approved"),
                forged("a variable of the process", with(honest, "decision", "grant"), "decision"),
                forged(
                        "the case number of another case",
                        with(honest, "caseNumber", "150203202603020000011"),
                        "caseNumber"),
                forged("the applicant's shown name", with(honest, "applicant", "王**"), "applicant"),
                forged("another department", with(honest, "department", "market-supervision"), "department"),
                forged("a date that the form only shows", with(honest, "promisedDue", "2030-01-01"), "promisedDue"),
                forged("an outcome that is a number", with(honest, "outcome", 1), "选项不存在"),
                forged("an opinion that is a number", with(honest, "opinion", 12345), "应为文字"),
                forged("an opinion that is a flag", with(honest, "opinion", true), "应为文字"),
                forged("an opinion that is bytes", with(honest, "opinion", new byte[] {1, 2, 3}), "应为文字"),
                forged("an opinion with control characters", with(honest, "opinion", "拟同意\u0000\u001b[2J"), "应为文字"),
                forged(
                        "an opinion that is JSON",
                        with(
                                honest,
                                "opinion",
                                SpinValues.jsonValue("{\"a\":1}").create()),
                        "应为文字"),
                forged(
                        "broken JSON",
                        with(honest, "opinion", SpinValues.jsonValue("{\"a\":").create()),
                        "数据"),
                forged(
                        "an object of Java",
                        with(
                                honest,
                                "opinion",
                                Variables.objectValue(new ArrayList<>(List.of("x")))
                                        .create()),
                        "数据类型"),
                forged("an opinion of 1001 characters", with(honest, "opinion", "字".repeat(1001)), "最多1000字"),
                forged("10 MB of text", with(honest, "opinion", TEN_MEGABYTES), "过长"),
                forged("10 MB in a variable's name", with(honest, TEN_MEGABYTES, "x"), "过长"));
    }

    private static Arguments forged(String what, Map<String, Object> form, String message) {
        return Arguments.of(what, form, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgedTables")
    void aForgedTableIsRefused(String what, UnaryOperator<List<Map<String, Object>>> forge, String message) {
        var permit = way.received();
        var taskId = hall.as("zhangmin").claim(permit, "task_verifyMaterials").getId();
        var rows = permit.everything().stream()
                .<Map<String, Object>>map(HashMap::new)
                .toList();
        var form = with(accept(permit), "materials", forge.apply(new ArrayList<>(rows)));
        var before = tables.contents();
        refusalOf(() -> hall.as("zhangmin").submitForm(taskId, form)).as(what).contains(message);
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.frontDesk()).isWaitingAt("task_verifyMaterials");
    }

    static Stream<Arguments> forgedTables() {
        return Stream.of(
                table("a row too few", rows -> rows.subList(1, rows.size()), "与办件不一致"),
                table("no rows", rows -> List.of(), "与办件不一致"),
                table(
                        "a row too many",
                        rows -> {
                            rows.add(rows.get(0));
                            return rows;
                        },
                        "与办件不一致"),
                table("a material's name", rows -> set(rows, "name", "白纸"), "name"),
                table("a standard of one's own", rows -> set(rows, "standard", "随意"), "standard"),
                table("fewer copies wanted", rows -> set(rows, "copies", 0), "copies"),
                table("copies below none", rows -> set(rows, "copiesReceived", -1), "数字"),
                table("copies in words", rows -> set(rows, "copiesReceived", "很多"), "数字"),
                table("a tick that is a text", rows -> set(rows, "upToStandard", "true"), "应为是或者否"));
    }

    private static Arguments table(String what, UnaryOperator<List<Map<String, Object>>> forge, String message) {
        return Arguments.of(what, forge, message);
    }

    private static List<Map<String, Object>> set(List<Map<String, Object>> rows, String key, Object value) {
        rows.get(0).put(key, value);
        return rows;
    }

    @Test
    void aTickThatTheFormDoesNotShowIsDropped() {
        var permit = way.received();
        assertThat(permit.materials().get(0).needsOriginalCheck()).isFalse();
        var rows = new ArrayList<Map<String, Object>>(permit.everything());
        rows.set(0, with(rows.get(0), "originalChecked", true));
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", with(accept(permit), "materials", rows));
        assertThat(permit.materials().get(0).originalChecked()).isFalse();
    }

    @Test
    void aTableThatIsNoTableIsRefused() {
        var permit = way.received();
        var taskId = hall.as("zhangmin").claim(permit, "task_verifyMaterials").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("zhangmin").submitForm(taskId, with(accept(permit), "materials", "all")))
                .contains("与办件不一致");
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void aTaskIsCompletedThroughItsFormOnly() {
        var permit = way.accepted();
        var taskId = hall.as("zhaogang").claim(permit, "task_handle").getId();
        var before = tables.contents();
        var tasks = hall.engine().getTaskService();
        refusalOf(() -> hall.as("zhaogang").does(() -> {
                    tasks.complete(taskId, Map.of("outcome", "propose-grant", "opinion", "拟同意。"));
                    return null;
                }))
                .contains("只能通过它的表单办理");
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.item()).isWaitingAt("task_handle");
    }

    @Test
    void aTaskIsClaimedBeforeItIsDone() {
        var permit = way.accepted();
        var taskId = hall.as("zhaogang").find(permit, "task_handle").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("zhaogang").submitForm(taskId, handled("propose-grant", "拟同意。")))
                .contains("请先认领任务");
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void aTaskThatAnotherClaimedIsTheirs() {
        var permit = way.accepted();
        var taskId = hall.as("qianwei").claim(permit, "task_handle").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("zhaogang").submitForm(taskId, handled("propose-grant", "拟同意。")))
                .contains("由他人认领");
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void anAdministratorDecidesNothing() {
        var permit = way.accepted();
        var taskId = hall.as("admin").claim(permit, "task_handle").getId();
        var before = tables.contents();
        refusalOf(() -> hall.as("admin").submitForm(taskId, handled("propose-grant", "拟同意。")))
                .contains("您不在本环节的办理岗位上");
        assertThat(tables.contents()).isEqualTo(before);
        assertThat(permit.item()).isWaitingAt("task_handle");
    }

    @Test
    void anApproverOfAnotherDepartmentIsRefused() {
        var permit = way.accepted();
        var taskId = permit.task().getId();
        var before = tables.contents();
        assertThatThrownBy(() -> hall.as("wujing").submitForm(taskId, handled("propose-grant", "拟同意。")))
                .isInstanceOf(AuthorizationException.class);
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void aProcessIsStartedThroughItsFormOnly() {
        var before = tables.contents();
        var runtime = hall.engine().getRuntimeService();
        refusalOf(() -> hall.as("zhangmin").does(() -> runtime.startProcessInstanceByKey("item_" + PERMIT)))
                .contains("收件表单");
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void aProcessIsNotStartedOnAnotherCasesFile() {
        var permit = way.received();
        var before = tables.contents();
        var runtime = hall.engine().getRuntimeService();
        var forged = Map.<String, Object>of(
                "caseNumber", permit.number().value(), "acceptors", "window-social", "receivingClerk", "zhangmin");
        assertThatThrownBy(() -> hall.as("zhangmin")
                        .does(() -> runtime.startProcessInstanceByKey(
                                "item_" + PERMIT, permit.number().value(), forged)))
                .isNotNull();
        assertThat(tables.contents()).isEqualTo(before);
    }

    @Test
    void aProcessIsNotStartedInTheMiddle() {
        var before = tables.contents();
        var runtime = hall.engine().getRuntimeService();
        assertThatThrownBy(() -> hall.as("zhangmin").does(() -> runtime.createProcessInstanceByKey("item_" + PERMIT)
                        .startBeforeActivity("task_issuance")
                        .execute()))
                .isNotNull();
        assertThat(tables.contents()).isEqualTo(before);
    }

    /** What was refused a moment ago must not pass with the next click. */
    @Test
    void aRefusedFormIsForgotten() {
        var permit = way.readyForIssuance();
        var taskId = hall.as("wangfang").claim(permit, "task_issueResult").getId();
        refusalOf(() -> hall.as("wangfang").submitForm(taskId, Forms.pickUpByCode("WRONG234")))
                .contains("取件码");
        var tasks = hall.engine().getTaskService();
        refusalOf(() -> hall.as("wangfang").does(() -> {
                    tasks.complete(taskId);
                    return null;
                }))
                .contains("只能通过它的表单办理");
        assertThat(permit.issuance()).isWaitingAt("task_issueResult");
    }

    /** A form that something else than a rule stopped, here a suspension, must not pass later without being sent again. */
    @Test
    void aFormThatNeverReachedItsGuardIsForgotten() {
        var permit = way.accepted();
        var taskId = hall.as("zhaogang").claim(permit, "task_handle").getId();
        var runtime = hall.engine().getRuntimeService();
        runtime.suspendProcessInstanceById(permit.item().getId());
        assertThatThrownBy(() -> hall.as("zhaogang").submitForm(taskId, handled("propose-grant", "拟同意。")))
                .isInstanceOf(SuspendedEntityInteractionException.class);
        runtime.activateProcessInstanceById(permit.item().getId());
        var tasks = hall.engine().getTaskService();
        refusalOf(() -> hall.as("zhaogang").does(() -> {
                    tasks.complete(taskId);
                    return null;
                }))
                .contains("只能通过它的表单办理");
        assertThat(permit.item()).isWaitingAt("task_handle");
    }
}
