package org.onewindow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.CaseState;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.issuance.MaterialCustody.Original;
import org.onewindow.issuance.MaterialCustody.Whereabouts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole of a public health permit, as the people of the hall do it in Tasklist. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "onewindow.database.disposable=true",
            "onewindow.database.data-folder=target/postgres",
            "onewindow.database.binaries-folder=target/postgres-binaries",
            "onewindow.demo.cases=false"
        })
class PublicHealthPermitInTasklistTest {

    private static final String PASSWORD = "yichuang-demo";

    @RegisterExtension
    private static final Chromium CHROMIUM = new Chromium();

    @LocalServerPort
    private int port;

    @Autowired
    private MaterialCustody custody;

    @Autowired
    private CaseFiles files;

    /** The engine's clock is the whole process's: other tests have moved it. */
    @BeforeAll
    static void itIsToday() {
        ClockUtil.reset();
    }

    @Test
    void fromTheWindowToTheIssuedLicence() {
        var caseNumber = receiveAndAccept();
        handle(caseNumber);
        pauseAndGoOn(caseNumber);
        checkOnSite(caseNumber);
        review(caseNumber);
        decide(caseNumber);
        makeCertificate(caseNumber);
        receiveResult(caseNumber);
        issue(caseNumber);

        var file = files.require(new CaseNumber(caseNumber));
        assertThat(file.state()).isEqualTo(CaseState.GRANTED);
        assertThat(file.result().orElseThrow().number()).startsWith("昆卫公证字〔");
        assertThat(files.steps(new CaseNumber(caseNumber)))
                .extracting(step -> step.name() + "/" + step.actor())
                .containsExactly(
                        "核验材料/zhangmin",
                        "承办/zhaogang",
                        "启动特别程序/qianwei",
                        "特别程序/qianwei",
                        "现场审核/qianwei",
                        "审核/sunjie",
                        "决定/zhoutao",
                        "制证/zhaogang",
                        "接收证件/wangfang",
                        "出件/wangfang");
        assertThat(custody.of(new CaseNumber(caseNumber)))
                .filteredOn(original -> original.whereabouts() == Whereabouts.APPLICANT)
                .extracting(Original::name)
                .containsExactly("公共场所卫生检测报告");
    }

    private String receiveAndAccept() {
        try (var clerk = at("zhangmin")) {
            clerk.startItem("公共场所卫生许可（新办）");
            fillApplication(clerk);
            clerk.picture("1-application");
            clerk.startButton();
            clerk.expectRefusal("公民身份号码不正确");
            clerk.picture("2-refused-number");
            clerk.fill("公民身份号码", "150203198001010016");
            clerk.startButton();
            var card = clerk.page().locator(".tasks-list li.task").first();
            card.waitFor();
            var number = Pattern.compile("\\d{21}").matcher(card.innerText());
            assertThat(number.find()).as("the card shows the case number").isTrue();
            var caseNumber = number.group();
            clerk.open("待受理", caseNumber);
            clerk.choose("受理");
            clerk.completeButton().click();
            clerk.expectRefusal("材料不齐全");
            clerk.picture("3-refused-acceptance");
            clerk.tickEverything();
            clerk.picture("4-materials");
            clerk.complete();
            return caseNumber;
        }
    }

    private static void fillApplication(Workplace clerk) {
        clerk.choose("自然人");
        clerk.fill("申请人姓名（名称）", "李四");
        clerk.fill("公民身份号码", "150203198001010017");
        clerk.fill("联系人", "李四");
        clerk.fill("联系电话", "13800000000");
        clerk.select("办理地点所在街镇", "昆工路街道");
        clerk.fill("场所名称", "昆工路旅馆");
        clerk.select("场所类别", "住宿场所");
        clerk.fill("营业面积", "260");
        clerk.choose("是");
    }

    private void handle(String caseNumber) {
        try (var handler = at("zhaogang")) {
            handler.open("待办", caseNumber);
            handler.chooseBox("上列材料原件已清点接收");
            handler.choose("建议准予");
            handler.fill("承办意见", "材料齐全，报请现场审核。");
            handler.picture("5-handle");
            handler.complete();
        }
    }

    private void pauseAndGoOn(String caseNumber) {
        try (var inspector = at("qianwei")) {
            inspector.open("待办", caseNumber);
            inspector.startItem("特别程序");
            inspector.select("办件", caseNumber + " 公共场所卫生许可（新办） 李*");
            inspector.select("特别程序", "检测");
            inspector.fill("告知申请人的所需时间", "5");
            inspector.picture("6-special-procedure");
            inspector.startButton();
            var paused = inspector.page().getByText("暂停（检测）").first();
            paused.waitFor();
            inspector.picture("6-paused");
            inspector
                    .page()
                    .locator(".tasks-list li.task", new Page.LocatorOptions().setHasText("特别程序"))
                    .first()
                    .locator("h4 a")
                    .click();
            inspector.claim();
            inspector.fill("特别程序的结果", "检测合格。");
            inspector.chooseBox("特别程序已结束");
            inspector.picture("6-end-of-special-procedure");
            inspector.complete();
        }
    }

    private void checkOnSite(String caseNumber) {
        try (var inspector = at("qianwei")) {
            inspector.open("待办", caseNumber);
            inspector.select("核查人员一", "赵刚");
            inspector.select("核查人员二", "钱伟");
            inspector.pickDate("核查日期", LocalDate.now());
            inspector.choose("符合要求");
            inspector.fill("核查情况", "布局与平面图一致。");
            inspector.picture("6-on-site");
            inspector.complete();
        }
    }

    private void review(String caseNumber) {
        try (var reviewer = at("sunjie")) {
            reviewer.open("待办", caseNumber);
            reviewer.choose("同意，报决定");
            reviewer.fill("审核意见", "同意。");
            reviewer.picture("7-review");
            reviewer.complete();
        }
    }

    private void decide(String caseNumber) {
        try (var decider = at("zhoutao")) {
            decider.open("待办", caseNumber);
            decider.choose("准予");
            decider.fill("决定意见", "符合法定条件，准予许可。");
            decider.picture("8-decide");
            decider.complete();
        }
    }

    private void makeCertificate(String caseNumber) {
        try (var handler = at("zhaogang")) {
            handler.open("待办", caseNumber);
            handler.chooseBox("证件已制作");
            handler.picture("9-certificate");
            handler.complete();
        }
    }

    private void receiveResult(String caseNumber) {
        try (var issuer = at("wangfang")) {
            issuer.open("待接收", caseNumber);
            var boxes = issuer.page().getByLabel("已收到");
            boxes.first().waitFor();
            boxes.all().forEach(box -> box.check());
            issuer.choose("收齐，接收");
            issuer.picture("10-receive");
            issuer.complete();
        }
    }

    private void issue(String caseNumber) {
        var code = files.require(new CaseNumber(caseNumber)).pickupCode();
        try (var issuer = at("wangfang")) {
            issuer.open("待出件", caseNumber);
            issuer.choose("邮寄");
            issuer.page().getByText("打印寄件面单").scrollIntoViewIfNeeded();
            issuer.picture("11-post");
            issuer.choose("申请人领取");
            issuer.choose("核对取件码");
            issuer.fill(issuer.page().getByLabel("取件码").last(), code);
            issuer.fill("领取人姓名", "李四");
            issuer.chooseBox("领取人已在送达回证上签字");
            issuer.chooseBox("公共场所卫生检测报告");
            issuer.picture("11-issue");
            issuer.complete();
        }
    }

    private Workplace at(String account) {
        return new Workplace(CHROMIUM.browser(), port, account, PASSWORD);
    }
}
