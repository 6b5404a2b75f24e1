package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.AcceptanceReturns;
import org.onewindow.casefile.CaseState;
import org.onewindow.casefile.Consultations;
import org.onewindow.deadline.Extensions;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 环节操作 on the page 办件: whoever has the step in hand is offered what is possible now, and nobody else can start anything. */
@HallTest
class StepActionPageTest {

    private static final String RETURN = "stage_acceptance-return";
    private static final String CONSULT = "stage_consultation";
    private static final String PAUSE = "stage_special-procedure";
    private static final String EXTEND = "stage_extension";

    /** What each form is sent with. */
    private static final Map<String, Map<String, String>> FORMS = Map.of(
            RETURN, Map.of("error", "not-to-standard", "reason", "平面图没有标明卫生设施的位置。"),
            CONSULT, Map.of("department", "market-supervision", "days", "3", "question", "是否有未办结的案件？"),
            PAUSE, Map.of("procedure", "专家评审", "plannedDays", "5"),
            EXTEND, Map.of("days", "5", "reason", "案情复杂。"));

    @Autowired
    private Hall hall;

    @Autowired
    private AcceptanceReturns returns;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Extensions extensions;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;
    private String task;

    @BeforeEach
    void aPermitInHand() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.accepted();
        task = hall.as("zhaogang").claim(permit, "task_handle").getId();
    }

    @Test
    void whoHasTheStepInHandIsOfferedEverything() {
        var page = visit("zhaogang").getPage("/cases/" + permit.number()).body();
        assertThat(page)
                .contains("环节操作", "退回综窗", "会办", "特别程序", "延期", "/cases/" + permit.number() + "/withdrawal")
                .doesNotContain("认领任务后");
        FORMS.keySet().forEach(action -> assertThat(page).contains(form(action)));
    }

    @Test
    void whoMayClaimItIsToldThat() {
        var free = way.accepted();
        assertThat(visit("zhaogang").getPage("/cases/" + free.number()).body())
                .contains("认领任务后，可以请会办、启动特别程序、申请延期等")
                .doesNotContain("/actions/", "/withdrawal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qianwei", "sunjie", "guowei", "wangfang", "sunli"})
    void othersOfTheCasesStaffAreOfferedNothing(String account) {
        assertThat(visit(account).getPage("/cases/" + permit.number()).body())
                .doesNotContain("/actions/", "/withdrawal", "id=\"actions\"");
    }

    /** A clerk who decides at the window has a step in hand, but not the back office's. */
    @Test
    void theWindowsOwnStepHasNoneOfThem() {
        var shop = hall.as("liuyang").receive(Forms.BUSINESS, Forms.business());
        hall.as("liuyang").submit(shop, "task_verifyMaterials", Forms.accept(shop));
        var page = "/cases/" + shop.number();
        assertThat(visit("liuyang").getPage(page).body())
                .contains("/withdrawal")
                .doesNotContain("认领任务后", "/actions/");
        hall.as("liuyang").claim(shop, "task_decideAtWindow");
        assertThat(visit("liuyang").getPage(page).body())
                .contains("/withdrawal")
                .doesNotContain("认领任务后", "/actions/");
    }

    @Test
    void theWindowMayWithdrawAtEveryTime() {
        assertThat(visit("zhangmin").getPage("/cases/" + permit.number()).body())
                .contains("id=\"actions\"", "/withdrawal")
                .doesNotContain("/actions/");
    }

    @Test
    void whatIsNotPossibleNowSaysWhy() {
        way.returnsToWindow(permit);
        assertThat(visit("zhaogang").getPage("/cases/" + permit.number()).body())
                .contains("退回综窗，等窗口补核：", "材料不符合要求", "平面图没有标明卫生设施的位置。")
                .contains("<b>退回综窗</b>：<span>这个办件已经退回综窗，请等窗口补核</span>")
                .contains(form(CONSULT), form(PAUSE), form(EXTEND))
                .doesNotContain(form(RETURN));
        var page = visit("zhaogang").getPage(form(RETURN)).body();
        assertThat(page).contains("这个办件已经退回综窗").doesNotContain("<textarea");
    }

    @Test
    void afterTheDecisionNothingIsPossible() {
        var decided = way.reviewed();
        way.decides(decided, "grant");
        hall.as("zhaogang").claim(decided, "task_makeCertificate");
        assertThat(visit("zhaogang").getPage("/cases/" + decided.number()).body())
                .contains("<b>退回综窗、会办、特别程序、延期</b>：<span>办件的状态是“待出件”")
                .doesNotContain("/actions/", "/withdrawal");
    }

    @Test
    void aFormAsksForWhatIsNeededAndNotForTheCase() {
        var page = visit("zhaogang").getPage(form(CONSULT)).body();
        assertThat(page)
                .contains(permit.number().value(), "李**", "会办不暂停计时", "会办部门", "市场监督管理局", "请于几个工作日内答复")
                .contains("min=\"1\"", "max=\"60\"", "maxlength=\"1000\"")
                .doesNotContain("name=\"case\"", "您已认领");
        assertThat(visit("zhaogang").getPage(form(PAUSE)).body()).contains("专家评审", "听证");
    }

    @ParameterizedTest
    @CsvSource({
        "stage_acceptance-return, 已退回综窗。窗口答复之前，本环节不能提交。",
        "stage_consultation, 已请会办。答复或者取消之前，不能作出决定。",
        "stage_special-procedure, 特别程序已经启动，时限自明日起暂停",
        "stage_extension, 已申请延期，等待本机关负责人批准。"
    })
    void whatIsStartedIsSaidAndDone(String action, String said) {
        var handler = visit("zhaogang");
        var answer = send(handler, form(action), FORMS.get(action));
        assertThat(answer.statusCode()).isEqualTo(302);
        var place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(handler.getPage(place.replaceFirst("^https?://[^/]+", "")).body())
                .contains(said, "data-done");
        assertThat(started()).containsExactly(action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qianwei", "sunjie", "zhangmin", "wujing", "guowei", "fengxue", "wangfang", "admin"})
    void nobodyElseStartsAnything(String account) {
        var stranger = visit(account);
        FORMS.forEach((action, form) -> {
            assertThat(stranger.getPage(form(action)).statusCode()).isEqualTo(404);
            assertThat(send(stranger, form(action), form).statusCode()).isEqualTo(404);
        });
        assertThat(started()).isEmpty();
        assertThat(permit.stepNames()).containsExactly("核验材料");
    }

    @Test
    void nobodyStartsAnythingWithoutLoginOrToken() {
        var stranger = Visitor.anonymous(port);
        assertThat(stranger.getPage(form(CONSULT)).statusCode()).isEqualTo(401);
        assertThat(send(stranger, form(CONSULT), FORMS.get(CONSULT)).statusCode())
                .isEqualTo(401);
        assertThat(visit("zhaogang")
                        .sendForm(form(CONSULT), "_csrf=guessed&days=3".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
        assertThat(started()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"item_public-health-permit", "supervision_overrun", "stage_unified-issuance", "none"})
    void whatIsNoActionIsNotFound(String action) {
        var handler = visit("zhaogang");
        assertThat(handler.getPage(form(action)).statusCode()).isEqualTo(404);
        assertThat(send(handler, form(action), Map.of()).statusCode()).isEqualTo(404);
    }

    /** What a browser's own checks would not let through. */
    @ParameterizedTest
    @CsvSource({
        "stage_acceptance-return, error, no-such-error, 选项不存在",
        "stage_acceptance-return, reason, '', 具体问题",
        "stage_consultation, department, health-commission, 不用请自己会办",
        "stage_consultation, days, 8, 不能晚于本办件的承诺办结日期",
        "stage_consultation, days, many, 请于几个工作日内答复",
        "stage_special-procedure, plannedDays, 0, 以上",
        "stage_extension, days, 11, 10"
    })
    void whatIsWrongIsSaidAndWhatWasTypedStays(String action, String field, String value, String said) {
        var form = new HashMap<>(FORMS.get(action));
        form.put(field, value);
        var answer = send(visit("zhaogang"), form(action), form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("没有办理：", said);
        form.forEach((key, typed) -> {
            if (key.equals("reason") || key.equals("question")) {
                assertThat(answer.body()).contains(typed);
            }
        });
        assertThat(started()).isEmpty();
    }

    /** The case is the task's, whatever else is sent. */
    @Test
    void anotherCaseThanTheTasksIsNotReached() {
        var other = way.accepted();
        hall.as("zhaogang").claim(other, "task_handle");
        var form = new HashMap<>(FORMS.get(RETURN));
        form.put("case", other.number().value());
        assertThat(send(visit("zhaogang"), form(RETURN), form).statusCode()).isEqualTo(302);
        assertThat(returns.open(permit.number())).isPresent();
        assertThat(returns.open(other.number())).isEmpty();
    }

    @Test
    void theApproversCancelAConsultationAndNobodyElse() {
        way.asks(permit, "zhaogang", "market-supervision", 3);
        var cancellation = "/desk/tasks/" + task + "/consultations/"
                + consultations.open(permit.number()).get(0).id() + "/cancellation";
        var reason = Map.of("reason", "申请人已提交证明。");
        for (var account : List.of("qianwei", "wujing", "zhangmin", "fengxue")) {
            assertThat(send(visit(account), cancellation, reason).statusCode())
                    .as(account)
                    .isEqualTo(404);
        }
        assertThat(send(Visitor.anonymous(port), cancellation, reason).statusCode())
                .isEqualTo(401);
        var handler = visit("zhaogang");
        assertThat(handler.getPage("/cases/" + permit.number()).body()).contains("会办意见", cancellation);
        assertThat(send(handler, cancellation, Map.of("reason", "")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("请写明取消会办的理由"));
        assertThat(consultations.open(permit.number())).hasSize(1);
        assertThat(send(handler, cancellation, reason).statusCode()).isEqualTo(302);
        assertThat(consultations.open(permit.number())).isEmpty();
        assertThat(send(handler, cancellation, reason).body()).contains("已经答复或者取消");
    }

    /** Another department sees the case while it is asked, and what it sees has no numbers. */
    @Test
    void theAskedDepartmentSeesTheCaseUntilItHasAnswered() {
        var page = "/cases/" + permit.number();
        assertThat(visit("wujing").getPage(page).statusCode()).isEqualTo(403);
        way.asks(permit, "zhaogang", "market-supervision", 3);
        var asked = visit("wujing");
        assertThat(asked.getPage(page).statusCode()).isEqualTo(200);
        assertThat(asked.getPage(page).body())
                .contains("会办意见", "李**")
                .doesNotContain("查看申请人的姓名", "/actions/", "/withdrawal", "取消会办");
        // It looks, and takes nothing away.
        assertThat(asked.getPage(page + "/attachments/1/file").statusCode()).isEqualTo(403);
        assertThat(asked.getPage(page + "/documents/1.pdf").statusCode()).isEqualTo(403);
        assertThat(send(asked, page + "/unmasking", Map.of("reason", "电话核实")).statusCode())
                .isEqualTo(403);
        hall.as("wujing").submit(permit, "task_giveOpinion", Forms.opinion("agree", "没有。"));
        assertThat(visit("wujing").getPage(page).statusCode()).isEqualTo(403);
    }

    @Test
    void whatGoesOnBetweenOrgansIsNotTheApplicants() {
        way.asks(permit, "zhaogang", "market-supervision", 3);
        hall.as("wujing").submit(permit, "task_giveOpinion", Forms.opinion("disagree", "有未办结的案件。"));
        way.returnsToWindow(permit);
        way.rechecks(permit, "corrected");
        way.asksForExtension(permit, 5);
        var form = "number=" + permit.number() + "&code=" + permit.file().pickupCode();
        assertThat(Visitor.anonymous(port)
                        .sendForm("/progress", form.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("核验材料")
                .doesNotContain("会办", "不同意", "退回综窗", "材料补核", "材料不符合要求", "申请延长");
    }

    @Test
    void theCaseStaysWhereItWas() {
        send(visit("zhaogang"), form(RETURN), FORMS.get(RETURN));
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
        assertThat(permit.task().getId()).isEqualTo(task);
    }

    private List<String> started() {
        return FORMS.keySet().stream()
                .filter(action -> switch (action) {
                    case RETURN -> returns.open(permit.number()).isPresent();
                    case CONSULT -> !consultations.open(permit.number()).isEmpty();
                    case PAUSE -> permit.dates().runningPause().isPresent();
                    default -> extensions.waiting(permit.number()).isPresent();
                })
                .toList();
    }

    private String form(String action) {
        return "/desk/tasks/" + task + "/actions/" + action;
    }

    private static HttpResponse<String> send(Visitor visitor, String path, Map<String, String> fields) {
        var form = "_csrf=" + visitor.takeCaseToken()
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "=" + Visitor.encoded(field.getValue()))
                        .collect(Collectors.joining());
        return visitor.sendForm(path, form.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor visit(String account) {
        boolean works = !List.of("fengxue", "admin").contains(account);
        return Visitor.loggedIn(port, account, works ? "tasklist" : "cockpit");
    }
}
