package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.onewindow.web.Requests.BODY;
import static org.onewindow.web.Requests.PARTNER;
import static org.onewindow.web.Requests.reading;
import static org.onewindow.web.Requests.readingByCode;
import static org.onewindow.web.Requests.registration;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

@ApiTest
class CaseApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();

    @Test
    void sameKeyAndBodyAreOneCase() throws Exception {
        var first = mvc.perform(registration(PARTNER, key, BODY))
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andReturn();
        var rearranged = BODY.replace("\"item\": \"public-health-permit\",", "")
                .replace(
                        "\"district\": \"shaoxianlu\",",
                        "\"district\": \"shaoxianlu\", \"item\": \"public-health-permit\",");
        mvc.perform(registration(PARTNER, key, rearranged))
                .andExpect(status().isOk())
                .andExpect(content().json(first.getResponse().getContentAsString()));
    }

    @Test
    void keyOfAnotherRequestIsRefused() throws Exception {
        register();
        long before = cases();
        mvc.perform(registration(PARTNER, key, BODY.replace("260", "261")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.type").value("/docs/#problem-key-reused"));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void simultaneousRequestsWithOneKeyAreOneCase() throws Exception {
        long before = cases();
        Callable<String> request = () -> number(mvc.perform(registration(PARTNER, key, BODY)));
        var threads = Executors.newFixedThreadPool(4);
        try {
            var numbers = new HashSet<String>();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> request).toList())) {
                numbers.add(answer.get());
            }
            assertThat(numbers).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void keysOfTwoClientsAreTwoCases() throws Exception {
        assertThat(register()).isNotEqualTo(number(mvc.perform(registration("zhangmin", key, BODY))));
    }

    @Test
    void refusedRequestLeavesItsKeyFree() throws Exception {
        mvc.perform(registration(PARTNER, key, BODY.replace("lodging", "moon")))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(registration(PARTNER, key, BODY)).andExpect(status().isCreated());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with space",
                "钥匙钥匙钥匙钥匙",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void keyIsEightToSixtyFourVisibleCharacters(String wrong) throws Exception {
        mvc.perform(registration(PARTNER, wrong, BODY))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("Idempotency-Key")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"liuyang", "wangfang", "zhaogang", "heming", "fengxue"})
    void wrongRoleRegistersNothing(String account) throws Exception {
        long before = cases();
        mvc.perform(registration(account, key, BODY))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("没有权限"));
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void nobodyRegistersWithoutPassword() throws Exception {
        mvc.perform(post("/api/cases")
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("需要登录"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"district\":', '\"colour\": \"red\", \"district\":', colour",
        "'\"phone\":', '\"fax\": \"1\", \"phone\":', contact.fax",
        "'\"premisesKind\":', '\"colour\": \"red\", \"premisesKind\":', situation.colour",
        "'\"premisesKind\":', '\"caseNumber\": \"1\", \"premisesKind\":', situation.caseNumber",
        "'\"premisesKind\":', '\"hasAgent\": true, \"premisesKind\":', situation.hasAgent",
        "'\"lodging\"', '{\"a\": 1}', situation.premisesKind",
        "'\"李建国\", \"idNumber\"', '5, \"idNumber\"', applicant.name"
    })
    void whatTheFormDoesNotKnowIsRefused(String part, String sent, String field) throws Exception {
        mvc.perform(registration(PARTNER, key, BODY.replace(part, sent)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.violations[0].field").value(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}", "{\"item\":\"a\",\"item\":\"b\"}"})
    void whatIsNoObjectIsMalformed(String body) throws Exception {
        mvc.perform(registration(PARTNER, key, body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title").value("请求格式不正确"));
    }

    @Test
    void everyViolationIsNamedAtOnce() throws Exception {
        var wrong = BODY.replace(Requests.ID_NUMBER, "150203197804121007").replace(Requests.PHONE, "12345678901");
        mvc.perform(registration(PARTNER, key, wrong))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.violations[*].field", contains("applicant.idNumber", "contact.phone")))
                .andExpect(content().string(not(containsString("150203197804121007"))));
    }

    @Test
    void bodyOverOneMegabyteIsRefused() throws Exception {
        mvc.perform(registration(PARTNER, key, BODY + " ".repeat(1_100_000)))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.title").value("请求内容过大"));
    }

    @Test
    void wrongCodeAndUnknownCaseAreToldApartByNobody() throws Exception {
        var known = problem(readingByCode(register(), "AAAAAAAA"));
        var unknown = problem(readingByCode("150203202001010000011", "AAAAAAAA"));
        var nonsense = problem(readingByCode("12", "AAAAAAAA"));
        assertThat(known).isEqualTo(unknown).isEqualTo(nonsense);
    }

    @Test
    void tenWrongCodesCloseTheCaseToItsCode() throws Exception {
        var number = register();
        for (int i = 0; i < 10; i++) {
            mvc.perform(readingByCode(number, "AAAAAAAA")).andExpect(status().isNotFound());
        }
        mvc.perform(readingByCode(number, code(number))).andExpect(status().isNotFound());
        mvc.perform(reading("zhangmin", number)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, 200",
        "zhaogang, 200",
        "sunjie, 200",
        "zhoutao, 200",
        "wangfang, 200",
        "sunli, 200",
        "fengxue, 200",
        "baotou, 200",
        "liuyang, 403",
        "wujing, 403",
        "zhenghao, 403",
        "heming, 403"
    })
    void onlyThoseConcernedReadACase(String account, int expected) throws Exception {
        mvc.perform(reading(account, register())).andExpect(status().is(expected));
    }

    @Test
    void partnerReadsNoCaseOfAnotherClient() throws Exception {
        var number = number(mvc.perform(registration("zhangmin", key, BODY)));
        mvc.perform(reading(PARTNER, number)).andExpect(status().isForbidden());
    }

    @Test
    void applicantSeesNeitherOpinionsNorNamesOfStaff() throws Exception {
        var number = jdbc.sql(
                        "select case_number from case_step where opinion is not null and actor <> 'system' limit 1")
                .query(String.class)
                .single();
        mvc.perform(reading("fengxue", number))
                .andExpect(jsonPath("$.steps[0].actor").exists());
        mvc.perform(readingByCode(number, code(number)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.steps[0].name").exists())
                .andExpect(jsonPath("$.steps[*].actor").isEmpty())
                .andExpect(jsonPath("$.steps[*].opinion").isEmpty());
    }

    @Test
    void personalNumbersAndFullNamesAreInNoAnswer() throws Exception {
        var registered = mvc.perform(registration(PARTNER, key, BODY));
        var number = number(registered);
        for (var answer : List.of(
                registered,
                mvc.perform(reading("zhangmin", number)),
                mvc.perform(reading(PARTNER, number)),
                mvc.perform(readingByCode(number, code(number))))) {
            assertThat(answer.andReturn().getResponse().getContentAsString())
                    .doesNotContain(Requests.ID_NUMBER, Requests.PHONE, "李建国", "少先路1号");
        }
    }

    @Test
    void unknownAddressesAndMethodsStayClosed() throws Exception {
        mvc.perform(get("/api/unknown")).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/items")).andExpect(status().isUnauthorized());
    }

    private String register() throws Exception {
        return number(mvc.perform(registration(PARTNER, key, BODY)));
    }

    private static String number(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.caseNumber");
    }

    private String problem(RequestBuilder request) throws Exception {
        var text = mvc.perform(request)
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return text.replaceAll("/api/cases/\\d+", "");
    }

    private String code(String number) {
        return jdbc.sql("select pickup_code from case_file where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private long cases() {
        return jdbc.sql("select count(*) from case_file").query(Long.class).single();
    }
}
