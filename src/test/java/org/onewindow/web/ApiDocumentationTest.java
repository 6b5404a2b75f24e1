package org.onewindow.web;

import static org.awaitility.Awaitility.await;
import static org.onewindow.web.Requests.BODY;
import static org.onewindow.web.Requests.PARTNER;
import static org.onewindow.web.Requests.YEAR;
import static org.onewindow.web.Requests.asking;
import static org.onewindow.web.Requests.byAdministrator;
import static org.onewindow.web.Requests.reading;
import static org.onewindow.web.Requests.readingByCode;
import static org.onewindow.web.Requests.readingClock;
import static org.onewindow.web.Requests.registration;
import static org.springframework.restdocs.headers.HeaderDocumentation.headerWithName;
import static org.springframework.restdocs.headers.HeaderDocumentation.requestHeaders;
import static org.springframework.restdocs.headers.HeaderDocumentation.responseHeaders;
import static org.springframework.restdocs.mockmvc.MockMvcRestDocumentation.document;
import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.get;
import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.multipart;
import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.post;
import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.put;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.preprocessResponse;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.replacePattern;
import static org.springframework.restdocs.payload.PayloadDocumentation.relaxedResponseFields;
import static org.springframework.restdocs.payload.PayloadDocumentation.requestFields;
import static org.springframework.restdocs.payload.PayloadDocumentation.responseFields;
import static org.springframework.restdocs.request.RequestDocumentation.parameterWithName;
import static org.springframework.restdocs.request.RequestDocumentation.pathParameters;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onewindow.attachment.Samples;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.document.DocumentMaker;
import org.onewindow.document.Documents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.restdocs.operation.preprocess.OperationPreprocessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Writes the snippets that the documentation is made of, and compares them with the committed ones. */
@ApiTest
class ApiDocumentationTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentMaker maker;

    @BeforeAll
    static void clear() throws IOException {
        CommittedSnippets.clear();
    }

    @AfterAll
    static void compare() throws IOException {
        CommittedSnippets.compare();
    }

    @Test
    void itemsAreFound() throws Exception {
        mvc.perform(get("/api/items?q=wsxk&object=person"))
                .andExpect(status().isOk())
                .andDo(document("items", responseFields(Fields.ITEMS).andWithPrefix("items[].", Fields.ITEM)));
    }

    @Test
    void materialsAreComputed() throws Exception {
        mvc.perform(get("/api/items/{code}/materials?hasAgent=false", "public-health-permit"))
                .andExpect(status().isOk())
                .andDo(document(
                        "item-materials",
                        pathParameters(parameterWithName("code").description("事项编码")),
                        relaxedResponseFields(Fields.SITUATION)));
    }

    @Test
    void indicatorsAreRead() throws Exception {
        mvc.perform(get("/api/catalog/indicators"))
                .andExpect(status().isOk())
                .andDo(document("indicators", responseFields(Fields.INDICATORS)));
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
    void casesAreFound() throws Exception {
        mvc.perform(asking("fengxue", "cases?item=public-health-permit&state=CORRECTION"))
                .andExpect(status().isOk())
                .andDo(document("cases", responseFields(Fields.CASES)));
    }

    @Test
    void papersAreListed() throws Exception {
        var number = permit("state = 'CORRECTION'");
        documents.of(new CaseNumber(number)).forEach(maker::file);
        mvc.perform(get("/api/cases/{number}/documents", number).header("Pickup-Code", code(number)))
                .andExpect(status().isOk())
                .andDo(document("documents", responseFields(Fields.DOCUMENTS)));
    }

    @Test
    void attachmentsAreListed() throws Exception {
        var number = permit("state = 'CORRECTION'");
        var plan = new MockMultipartFile("file", "平面图.pdf", "application/pdf", Samples.pdf("the plan"));
        mvc.perform(multipart("/api/cases/{number}/attachments", number)
                        .file(plan)
                        .param("material", "floor-plan")
                        .header("Pickup-Code", code(number)))
                .andExpect(status().isCreated());
        mvc.perform(get("/api/cases/{number}/attachments", number).header("Pickup-Code", code(number)))
                .andExpect(status().isOk())
                .andDo(document("attachments", responseFields(Fields.ATTACHMENTS)));
    }

    /** Its counts are examples: other tests open cases too. */
    @Test
    void figuresOfSupervisionAreRead() throws Exception {
        var examples = new TreeMap<>(Map.of(
                "total", "4", "unaccepted", "1", "green", "1", "yellow", "1", "red", "1", "paused", "0", "done", "0"));
        examples.putAll(Map.of("due", "120", "onTime", "117", "percent", "97.5", "workingDays", "6", "used", "4"));
        var counts = examples.entrySet().stream()
                .map(example -> replacePattern(
                        Pattern.compile("(?<=\"" + example.getKey() + "\"\\s?:\\s?)[\\d.]+"), example.getValue()))
                .toArray(OperationPreprocessor[]::new);
        mvc.perform(asking("fengxue", "supervision?from=2026-01-01&to=2026-03-31"))
                .andExpect(status().isOk())
                .andDo(document("supervision", preprocessResponse(counts), responseFields(Fields.SUPERVISION)));
    }

    /** Its days are fixed, so that the example is the same every day. */
    @Test
    @Transactional
    void clockIsExplained() throws Exception {
        var number = new CaseNumber("150203202602120000014").value();
        jdbc.sql("""
                        insert into case_file select (jsonb_populate_record(c, jsonb_build_object('case_number', :number,
                            'result_number', null))).* from case_file c where case_number = :other""")
                .param("number", number)
                .param("other", permit("decision = 'grant'"))
                .update();
        jdbc.sql("""
                        insert into case_party select (jsonb_populate_record(p, jsonb_build_object('case_number',
                            :number))).* from case_party p where case_number = :other""")
                .param("number", number)
                .param("other", permit("decision = 'grant' and result_number is not null"))
                .update();
        jdbc.sql("""
                        insert into case_clock (case_number, statutory_days, promised_days, unit, clock_start,
                            extension_days) values (?, 5, 3, 'workingDays', 'acceptance', 10)""").param(number).update();
        jdbc.sql("""
                        insert into clock_event (case_number, type, on_date, recorded_at, recorded_by, procedure, notice,
                            days) values
                            (:n, 'received', '2026-03-02', '2026-03-02 09:00+08', 'zhangmin', null, null, null),
                            (:n, 'accepted', '2026-03-03', '2026-03-03 10:15+08', 'zhangmin', null, null, null),
                            (:n, 'specialProcedureStarted', '2026-03-04', '2026-03-04 11:00+08', 'zhaogang', '专家评审',
                                '昆卫特告〔2026〕1号', 5),
                            (:n, 'specialProcedureEnded', '2026-03-10', '2026-03-10 16:00+08', 'zhaogang', null, null, null),
                            (:n, 'extended', '2026-03-11', '2026-03-11 09:30+08', 'guowei', null, null, 2)""").param("n", number).update();
        jdbc.sql("""
                        insert into clock_event (case_number, type, on_date, recorded_at, recorded_by, reverses,
                            reversal_reason)
                        select case_number, type, '2026-03-09', '2026-03-11 10:00+08', 'guowei', id, '评审意见于3月9日送达'
                        from clock_event where case_number = ? and type = 'specialProcedureEnded'""").param(number).update();
        jdbc.sql("""
                        insert into clock_event (case_number, type, on_date, recorded_at, recorded_by) values
                            (:n, 'decided', '2026-03-13', '2026-03-13 15:00+08', 'zhoutao'),
                            (:n, 'delivered', '2026-03-16', '2026-03-16 10:00+08', 'wangfang')""").param("n", number).update();
        jdbc.sql("insert into clock_alarm values (?, 'PROMISE_NEAR', '2026-03-16', '2026-03-13 08:30+08')")
                .param(number)
                .update();
        mvc.perform(readingClock("fengxue", number))
                .andExpect(status().isOk())
                .andDo(document("case-clock", responseFields(Fields.CLOCK)));
    }

    @Test
    void calendarIsPreviewedLoadedAndRead() throws Exception {
        mvc.perform(byAdministrator(post("/api/calendar/{year}/preview", 2099)).content(YEAR))
                .andExpect(status().isOk())
                .andDo(document("calendar-preview", responseFields(Fields.CALENDAR_PREVIEW)));
        var change = mvc.perform(
                        byAdministrator(put("/api/calendar/{year}", 2099)).content(YEAR))
                .andExpect(status().isAccepted())
                .andDo(document(
                        "calendar-load",
                        responseHeaders(headerWithName("Location").description("日历变更的地址")),
                        relaxedResponseFields(Fields.CALENDAR_CHANGE)))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> jdbc.sql("select count(*) from calendar_change where finished_at is null")
                                .query(Integer.class)
                                .single(),
                        unfinished -> unfinished == 0);
        mvc.perform(byAdministrator(get(change)))
                .andExpect(status().isOk())
                .andDo(document("calendar-change", responseFields(Fields.CALENDAR_CHANGE)));
        mvc.perform(byAdministrator(get("/api/calendar/{year}", 2099)))
                .andExpect(status().isOk())
                .andDo(document("calendar-year", relaxedResponseFields(Fields.CALENDAR_YEAR)));
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
