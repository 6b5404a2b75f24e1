package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.web.Requests.asking;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.ReadContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.deadline.Lamp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Finding cases and the figures of supervision, and who gets them. */
@ApiTest
class CaseSearchApiTest {

    private static final int PAGE = 20;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ClockLedger ledger;

    /** More than a page of them. */
    @BeforeEach
    void thereAreCases() throws Exception {
        for (long cases = count("true"); cases < PAGE + 5; cases++) {
            mvc.perform(Requests.registration(Requests.PARTNER, "search-test-" + cases, Requests.BODY));
        }
    }

    @Test
    void pagesTogetherAreAllCasesOnceTheLatestFirst() throws Exception {
        var found = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = ask("fengxue", "cases" + (next.isEmpty() ? "" : "?page=" + next));
            found.addAll(page.read("$.cases[*].caseNumber"));
            next = page.<List<String>>read("$[?(@.nextPage)].nextPage").stream()
                    .findFirst()
                    .orElse(null);
        }
        assertThat(found)
                .hasSizeGreaterThan(PAGE)
                .isEqualTo(jdbc.sql("select case_number from case_file order by case_number desc")
                        .query(String.class)
                        .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"王秀兰", "王**"})
    void aPersonIsFoundByNameAndShownMasked(String name) throws Exception {
        var page = ask("fengxue", "cases?applicant=" + encoded(name));
        assertThat(page.<List<String>>read("$.cases[*].applicant")).isNotEmpty().containsOnly("王**");
    }

    /** Otherwise names could be found out by trying. */
    @Test
    void anotherNameWithTheSameMaskFindsTheSameCases() throws Exception {
        assertThat(ask("fengxue", "cases?applicant=" + encoded("王大力")).jsonString())
                .isEqualTo(ask("fengxue", "cases?applicant=" + encoded("王秀兰")).jsonString());
    }

    @Test
    void theSignsOfSearchPatternsAreLetters() throws Exception {
        assertThat(ask("fengxue", "cases?applicant=" + encoded("%%")).<List<?>>read("$.cases"))
                .isEmpty();
        assertThat(ask("fengxue", "cases?applicant=" + encoded("__")).<List<?>>read("$.cases"))
                .isEmpty();
    }

    @Test
    void itemStateAndDaysNarrowTheSearch() throws Exception {
        var today = jdbc.sql("""
                        select max(received_at)::date::text from case_file
                        where item_code = 'public-health-permit' and state = 'CORRECTION'""").query(String.class).single();
        var page = ask("fengxue", "cases?item=public-health-permit&state=CORRECTION&from=" + today + "&to=" + today);
        assertThat(page.<List<String>>read("$.cases[*].caseNumber"))
                .hasSize((int)
                        count("item_code = 'public-health-permit' and state = 'CORRECTION' and received_at::date = '"
                                + today + "'"))
                .isNotEmpty();
        assertThat(page.<List<String>>read("$.cases[*].state.name")).containsOnly("CORRECTION");
        assertThat(ask("fengxue", "cases?to=2020-12-31").<List<?>>read("$.cases"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, service_window = 'window-social'",
        "liuyang, service_window = 'window-commerce'",
        "zhaogang, 'coalesce(department, item_department) = ''health-commission'''",
        "wangfang, true",
        "sunli, true",
        "fengxue, true"
    })
    void everybodyFindsTheCasesThatTheyMayRead(String account, String theirs) throws Exception {
        var numbers = ask(account, "cases").<List<String>>read("$.cases[*].caseNumber");
        assertThat(numbers)
                .isEqualTo(jdbc.sql("select case_number from case_file where " + theirs
                                + " order by case_number desc limit " + PAGE)
                        .query(String.class)
                        .list());
        for (var number : numbers) {
            mvc.perform(Requests.reading(account, number)).andExpect(status().isOk());
        }
        for (var other : jdbc.sql("select case_number from case_file where not (" + theirs + ") limit 3")
                .query(String.class)
                .list()) {
            mvc.perform(Requests.reading(account, other)).andExpect(status().isForbidden());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "heming, cases",
        "baotou, cases",
        "admin, cases",
        "heming, supervision",
        "baotou, supervision",
        "zhangmin, supervision",
        "zhaogang, supervision",
        "guowei, supervision",
        "wangfang, supervision"
    })
    void othersAreRefused(String account, String what) throws Exception {
        mvc.perform(asking(account, what))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("没有权限"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "supervision"})
    void nobodyAsksWithoutPassword(String what) throws Exception {
        mvc.perform(get("/api/" + what)).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @CsvSource({
        "cases?applicant=%E6%9D%8E, applicant",
        "cases?item=moon-permit, item",
        "cases?from=yesterday, from",
        "cases?from=2026-02-30, from",
        "cases?from=2026-03-02&to=2026-03-01, to",
        "cases?state=DONE, state",
        "cases?page=2, page",
        "cases?phone=13800000000, phone",
        "supervision?from=2026-13-01, from",
        "supervision?from=2026-03-02&to=2026-03-01, to",
        "supervision?item=x, item"
    })
    void whatCannotBeAskedIsExplained(String question, String field) throws Exception {
        mvc.perform(asking("fengxue", question))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.violations[0].field").value(field))
                .andExpect(jsonPath("$.violations[0].message")
                        .value(org.hamcrest.Matchers.matchesRegex("(?s).*\\p{IsHan}.*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fengxue", "admin"})
    void lampsAreThoseThatTheLedgersTell(String account) throws Exception {
        var figures = ask(account, "supervision");
        var states =
                jdbc
                        .sql("select case_number from case_file where closed_at is null")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(number -> ledger.today(new CaseNumber(number)).lamp())
                        .toList();
        assertThat(figures.<Integer>read("$.open.total")).isEqualTo(states.size());
        assertThat(figures.<Integer>read("$.open.unaccepted"))
                .isEqualTo((int) states.stream().filter(lamp -> lamp.isEmpty()).count());
        for (var lamp : Lamp.values()) {
            assertThat(figures.<Integer>read("$.open." + lamp.jsonName()))
                    .as(lamp.label())
                    .isEqualTo((int) states.stream()
                            .filter(shown -> shown.filter(lamp::equals).isPresent())
                            .count());
        }
        assertThat(figures.<List<Integer>>read("$.groups[*].lamps.total").stream()
                        .mapToInt(i -> i)
                        .sum())
                .isEqualTo(states.size());
        assertThat(figures.<List<String>>read("$.oldest[*].caseNumber"))
                .isEqualTo(jdbc.sql(
                                "select case_number from case_file where closed_at is null order by case_number limit 10")
                        .query(String.class)
                        .list());
    }

    private ReadContext ask(String account, String question) throws Exception {
        return JsonPath.parse(mvc.perform(asking(account, question))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from case_file where " + condition)
                .query(Long.class)
                .single();
    }
}
