package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
    void unknownPageIsAChinesePage() {
        var headers = new HttpHeaders();
        headers.add(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);
        var answer = browser.exchange("/no-such-page", HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(answer.getBody()).contains("没有找到这个页面");
    }
}
