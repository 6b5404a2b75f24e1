package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class PagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestRestTemplate browser;

    @Test
    void landingPageLeadsToTheWorkplacesAndNamesItemsAndAccounts() throws Exception {
        mvc.perform(get("/"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/camunda/app/tasklist/\"")))
                .andExpect(content().string(containsString("href=\"/camunda/app/cockpit/\"")))
                .andExpect(content().string(containsString("href=\"/docs/\"")))
                .andExpect(content().string(containsString("href=\"/items\"")))
                .andExpect(content().string(containsString("href=\"/items/public-health-permit\"")))
                .andExpect(content().string(containsString("公共场所卫生许可（新办）")))
                .andExpect(content().string(containsString("zhangmin")));
    }

    @Test
    void documentationIsServedAndLoadsNothingFromElsewhere() throws Exception {
        mvc.perform(get("/docs")).andExpect(redirectedUrl("/docs/"));
        var page = browser.getForObject("/docs/", String.class);
        assertThat(page)
                .contains("接口文档", "Idempotency-Key", "problem-key-reused")
                .doesNotContainPattern("<(script|iframe)")
                .doesNotContainPattern("(src|<link [^>]*href)=\"(https?:)?//")
                .doesNotContain("@import", "Unresolved directive");
    }

    @Test
    void theGuideHasEveryPartOfTheManual() throws Exception {
        var page = mvc.perform(get("/items/public-health-permit"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("公共场所卫生许可（新办）", "办事指南", "昆都仑区卫生健康委员会", "社会民生事务综合受理窗口")
                .contains("《公共场所卫生管理条例》第四条、第八条", "公共用品、水质、空气、采光、照明和噪声经检测合格")
                .contains("自受理之日起7个工作日内办结", "自受理之日起20个工作日内", "最多10个工作日", "30个工作日内补正")
                .contains("纸质，复印件，核对原件，1份", "各栏填写完整", "填报须知：使用A4或者A3纸，注明比例")
                .contains("现场审核", "不收费", "公共场所卫生许可证", "4年", "1次", "跨县通办", "网上受理", "一次办")
                .contains("昆都仑区政务服务中心一楼", "0472-2100001", "工作日 9:00至17:00", "0472-12345", "检测报告由谁出具？");
    }

    @Test
    void theGuideSaysWhatIsStillOpenAndListsWhatIsNeededAnyway() throws Exception {
        mvc.perform(get("/items/public-health-permit?hasAgent=false&from=chat"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("还没有回答：是否使用集中空调通风系统")))
                .andExpect(content().string(containsString("肯定需要的材料，共5种")))
                .andExpect(content().string(containsString("视情形提交的材料，共1种")));
        mvc.perform(get("/items/public-health-permit?hasAgent=false&usesCentralAirConditioning=yes"))
                .andExpect(content().string(containsString("需要提交的材料，共6种")))
                .andExpect(content().string(not(containsString("还没有回答"))));
    }

    @Test
    void aLongListIsCutIntoPages() throws Exception {
        mvc.perform(get("/items?size=10&q="))
                .andExpect(content().string(containsString("第 1 页，共 2 页")))
                .andExpect(content().string(containsString("href=\"/items?size=10&amp;page=2\"")));
        mvc.perform(get("/items?size=10&page=2")).andExpect(content().string(containsString("上一页")));
    }

    @Test
    void anUnknownItemIsAChinesePage() {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);
        var answer = browser.exchange("/items/no-such-item", HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody()).contains("没有找到这个页面");
    }

    @Test
    void unknownPageIsAChinesePage() {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);
        var answer = browser.exchange("/no-such-page", HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody()).contains("没有找到这个页面");
    }
}
