package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.attachment.Samples;
import org.onewindow.casefile.CaseState;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 环节操作 beside a task: another department is asked, a case goes back to its window, its applicant takes it back. */
@HallTest
class StepActionsInTasklistTest {

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @Autowired
    private Hall hall;

    @LocalServerPort
    private int port;

    private final List<String> faults = new ArrayList<>();
    private PermitWay way;
    private ReceivedCase permit;

    @BeforeEach
    void acceptAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        way.accepted();
        permit = way.accepted();
    }

    @AfterEach
    void noScriptFailed() {
        assertThat(faults).isEmpty();
    }

    @Test
    void anotherDepartmentIsAskedAndAnswers() {
        try (var handler = at("zhaogang")) {
            handler.view("待办", number());
            var panel = panel(handler);
            panel.getByText("认领任务后，可以请会办、启动特别程序、申请延期等").waitFor();
            handler.picture("actions-1-unclaimed");
            handler.claim();
            action(panel, "会办").waitFor();
            handler.picture("actions-2-offered");
            nothingIsCutOff(panel);

            action(panel, "会办").click();
            panel.locator("#department").selectOption(new SelectOption().setLabel("昆都仑区市场监督管理局"));
            panel.getByLabel("请于几个工作日内答复").fill("30");
            panel.getByLabel("请会办部门提出意见的事项").fill("该场所是否有未办结的经营违法案件？");
            handler.picture("actions-3-consult");
            nothingIsCutOff(panel);
            send(panel, "会办");
            panel.locator(".refused").getByText("不能晚于本办件的承诺办结日期").waitFor();
            handler.picture("actions-4-consult-refused");
            panel.getByLabel("请于几个工作日内答复").fill("3");
            send(panel, "会办");
            panel.locator("p.said").getByText("已请会办").waitFor();
            panel.locator(".waits").getByText("市场监督管理局").waitFor();
            handler.picture("actions-5-consult-waits");
            nothingIsCutOff(panel);
        }
        try (var asked = at("wujing")) {
            asked.open("待办", number());
            asked.picture("actions-6-opinion");
            asked.choose("同意");
            asked.fill("会办意见", "没有未办结的案件。");
            asked.picture("actions-7-opinion-given");
            asked.complete();
        }
        try (var handler = at("zhaogang")) {
            handler.view("待办", number());
            var panel = panel(handler);
            panel.locator("#steps").scrollIntoViewIfNeeded();
            panel.getByText("没有未办结的案件。").waitFor();
            handler.picture("actions-8-opinion-read");
        }
    }

    @Test
    void aCaseGoesBackToItsWindowAndIsPutRight() {
        try (var handler = at("zhaogang")) {
            handler.open("待办", number());
            var panel = panel(handler);
            action(panel, "退回综窗").click();
            panel.getByLabel("受理的错误").selectOption("not-to-standard");
            panel.getByLabel("具体问题").fill("平面图没有标明卫生设施的位置。");
            handler.picture("actions-9-return");
            send(panel, "退回综窗");
            panel.locator("p.said").getByText("已退回综窗").waitFor();
            panel.locator(".impossible").getByText("请等窗口补核").waitFor();
            handler.picture("actions-10-returned");
            nothingIsCutOff(panel);

            handler.page()
                    .getByText("表单", new Page.GetByTextOptions().setExact(true))
                    .click();
            handler.page().locator(".fjs-form").waitFor();
            handler.chooseBox("上列材料原件已清点接收");
            handler.choose("建议准予");
            handler.fill("承办意见", "拟同意。");
            handler.completeButton().click();
            handler.expectRefusal("已退回综窗补核，请等窗口答复");
            handler.picture("actions-11-waits");
        }
        try (var clerk = at("zhangmin")) {
            clerk.open("待办", number());
            clerk.picture("actions-12-recheck");
            clerk.page().locator(".all-materials").click();
            clerk.choose("已补核，材料齐全、符合要求");
            clerk.fill("补核说明", "申请人已重新提交平面图。");
            clerk.picture("actions-13-rechecked");
            clerk.complete();
        }
        assertThat(permit.stepNames()).endsWith("退回综窗", "材料补核");
        way.handles(permit);
    }

    @Test
    void anApplicantTakesTheApplicationBack() {
        try (var handler = at("zhaogang")) {
            handler.open("待办", number());
            var panel = panel(handler);
            action(panel, "撤件").click();
            panel.locator(".paper.scripted [type=file]")
                    .setInputFiles(new FilePayload("撤件申请.png", "image/png", Samples.picture()));
            panel.locator("output").getByText("撤件申请.png").waitFor();
            panel.getByLabel("申请人撤件的理由").fill("申请人改变经营计划，不再开办。");
            handler.picture("actions-14-withdraw");
            nothingIsCutOff(panel);
            send(panel, "撤件");
            handler.page()
                    .locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(number()))
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            handler.page().locator(".card-lamp").first().waitFor();
            handler.picture("actions-15-withdrawn");
        }
        assertThat(permit.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    /** Without a task of the case its window's clerk finds it by the number on the receipt. */
    @Test
    void theWindowsClerkFindsACaseByItsNumberAndWithdrawsIt() {
        try (var clerk = at("zhangmin")) {
            clerk.page().locator(".case-search input").fill(number());
            var link = clerk.page().locator(".case-search").getByText("打开办件 " + number());
            link.waitFor();
            clerk.picture("actions-16-found");
            var page = clerk.page().waitForPopup(link::click);
            page.locator(".actions")
                    .getByText("撤件", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.locator("form.ask").waitFor();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "actions-17-withdraw-alone.png")));
            nothingIsCutOff(page.mainFrame());
        }
    }

    private Workplace at(String account) {
        var workplace = new Workplace(CHROMIUM.browser(), port, account, "yichuang-demo");
        workplace.page().onPageError(faults::add);
        return workplace;
    }

    private String number() {
        return permit.number().value();
    }

    private static Frame panel(Workplace person) {
        person.page()
                .locator(".task-details a, .nav-tabs a", new Page.LocatorOptions().setHasText("办件"))
                .first()
                .click();
        var frame = person.page().locator("iframe[title=办件]").elementHandle().contentFrame();
        frame.locator(".case-page").waitFor();
        return frame;
    }

    private static Locator action(Frame panel, String name) {
        return panel.locator(".actions a.button", new Frame.LocatorOptions().setHasText(name));
    }

    private static void send(Frame panel, String name) {
        panel.locator("form.ask button", new Frame.LocatorOptions().setHasText(name))
                .click();
    }

    private static void nothingIsCutOff(Frame frame) {
        assertThat(frame.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("wider than the screen by")
                .isEqualTo(0);
    }
}
