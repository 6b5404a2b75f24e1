package org.onewindow.web;

import static org.onewindow.web.Requests.BODY;
import static org.onewindow.web.Requests.PARTNER;
import static org.onewindow.web.Requests.reading;
import static org.onewindow.web.Requests.readingByCode;
import static org.onewindow.web.Requests.registration;
import static org.springframework.restdocs.headers.HeaderDocumentation.headerWithName;
import static org.springframework.restdocs.headers.HeaderDocumentation.requestHeaders;
import static org.springframework.restdocs.headers.HeaderDocumentation.responseHeaders;
import static org.springframework.restdocs.mockmvc.MockMvcRestDocumentation.document;
import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.get;
import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.post;
import static org.springframework.restdocs.payload.PayloadDocumentation.requestFields;
import static org.springframework.restdocs.payload.PayloadDocumentation.responseFields;
import static org.springframework.restdocs.request.RequestDocumentation.parameterWithName;
import static org.springframework.restdocs.request.RequestDocumentation.pathParameters;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Writes the snippets that the documentation is made of, and compares them with the committed ones. */
@ApiTest
class ApiDocumentationTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void clear() throws IOException {
        CommittedSnippets.clear();
    }

    @AfterAll
    static void compare() throws IOException {
        CommittedSnippets.compare();
    }

    @Test
    void itemsAreListed() throws Exception {
        mvc.perform(get("/api/items"))
                .andExpect(status().isOk())
                .andDo(document("items", responseFields().andWithPrefix("items[].", Fields.ITEM)));
    }

    @Test
    void itemIsRead() throws Exception {
        mvc.perform(get("/api/items/{code}", "public-health-permit"))
                .andExpect(status().isOk())
                .andDo(document(
                        "item",
                        pathParameters(parameterWithName("code").description("事项编码")),
                        responseFields(Fields.ITEM).and(Fields.ITEM_PAGE)));
    }

    @Test
    void caseIsRegistered() throws Exception {
        mvc.perform(registration(PARTNER, "20260302-000001", BODY))
                .andExpect(status().isCreated())
                .andDo(document(
                        "register",
                        requestHeaders(
                                headerWithName("Authorization").description("账号和口令（HTTP Basic）"),
                                headerWithName("Idempotency-Key").description("幂等键，8至64个可见的ASCII字符，由调用方为每一件自行生成")),
                        requestFields(Fields.REGISTRATION),
                        responseHeaders(headerWithName("Location").description("办件的地址")),
                        responseFields(Fields.REGISTERED)));
    }

    @Test
    void caseIsReadByItsApplicant() throws Exception {
        var number = permit("state = 'CORRECTION'");
        mvc.perform(readingByCode(number, code(number)))
                .andExpect(status().isOk())
                .andDo(document(
                        "case-applicant",
                        pathParameters(parameterWithName("number").description("办件编号，21位数字")),
                        requestHeaders(headerWithName("Pickup-Code").description("取件码，见收件凭证")),
                        responseFields(Fields.CASE)));
    }

    @Test
    void caseIsReadByStaff() throws Exception {
        mvc.perform(reading("fengxue", permit("decision = 'grant'")))
                .andExpect(status().isOk())
                .andDo(document("case-staff", responseFields(Fields.CASE).and(Fields.CASE_STAFF)));
    }

    @Test
    void refusedInputIsExplained() throws Exception {
        var wrong = BODY.replace(Requests.ID_NUMBER, "150203197804121007").replace(Requests.PHONE, "12345678901");
        mvc.perform(registration(PARTNER, "20260302-000002", wrong))
                .andExpect(status().isUnprocessableEntity())
                .andDo(document(
                        "problem-refused-input", responseFields(Fields.PROBLEM).and(Fields.VIOLATIONS)));
    }

    @Test
    void reusedKeyIsExplained() throws Exception {
        mvc.perform(registration(PARTNER, "20260302-000003", BODY)).andExpect(status().isCreated());
        mvc.perform(registration(PARTNER, "20260302-000003", BODY.replace("260", "300")))
                .andExpect(status().isUnprocessableEntity())
                .andDo(document("problem-key-reused", responseFields(Fields.PROBLEM)));
    }

    @Test
    void wrongRoleIsExplained() throws Exception {
        mvc.perform(registration("liuyang", "20260302-000004", BODY))
                .andExpect(status().isForbidden())
                .andDo(document("problem-forbidden", responseFields(Fields.PROBLEM)));
    }

    @Test
    void missingLoginIsExplained() throws Exception {
        mvc.perform(post("/api/cases")
                        .contentType("application/json;charset=UTF-8")
                        .content("{}"))
                .andExpect(status().isUnauthorized())
                .andDo(document("problem-unauthenticated", responseFields(Fields.PROBLEM)));
    }

    @Test
    void wrongCodeIsExplained() throws Exception {
        mvc.perform(readingByCode("150203202001010000011", "7KQ2MXR9"))
                .andExpect(status().isNotFound())
                .andDo(document("problem-not-found", responseFields(Fields.PROBLEM)));
    }

    @Test
    void malformedRequestIsExplained() throws Exception {
        mvc.perform(registration(PARTNER, "20260302-000005", "{\"item\": "))
                .andExpect(status().isBadRequest())
                .andDo(document("problem-malformed", responseFields(Fields.PROBLEM)));
    }

    @Test
    void unsupportedTypeIsExplained() throws Exception {
        mvc.perform(registration(PARTNER, "20260302-000006", "item=public-health-permit")
                        .contentType("application/x-www-form-urlencoded"))
                .andExpect(status().isUnsupportedMediaType())
                .andDo(document("problem-unsupported-type", responseFields(Fields.PROBLEM)));
    }

    /** The latest of the demo's 公共场所卫生许可 of which a condition holds. */
    private String permit(String condition) {
        return jdbc.sql("select case_number from case_file where item_code = 'public-health-permit' and " + condition
                        + " order by case_number desc limit 1")
                .query(String.class)
                .single();
    }

    private String code(String number) {
        return jdbc.sql("select pickup_code from case_file where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
