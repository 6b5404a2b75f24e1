package org.onewindow.web;

import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.get;
import static org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders.post;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.net.URI;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requests of the demo's partner client and of its staff. */
final class Requests {

    static final String PARTNER = "baotou";
    static final String ID_NUMBER = "150203197804121006";
    static final String PHONE = "13804721000";
    static final String BODY = """
            {
              "item": "public-health-permit",
              "applicant": { "type": "person", "name": "李建国", "idNumber": "150203197804121006" },
              "contact": { "name": "李建国", "phone": "13804721000", "address": "少先路1号" },
              "district": "shaoxianlu",
              "situation": {
                "premisesName": "昆区如家旅馆",
                "premisesKind": "lodging",
                "premisesArea": 260,
                "usesCentralAirConditioning": "no"
              }
            }
            """;

    /** A year far enough to move nobody's dates. */
    static final String YEAR = """
            year: 2099
            notice: 国办发明电〔2098〕1号
            holidays:
              - name: 元旦
                from: 2099-01-01
                to: 2099-01-03
            makeUpWorkdays:
              - date: 2099-01-04
                holiday: 元旦
            """;

    private static final String PASSWORD = "yichuang-demo";

    private Requests() {}

    static MockHttpServletRequestBuilder registration(String account, String key, String body) {
        return post("/api/cases")
                .with(httpBasic(account, PASSWORD))
                .header("Idempotency-Key", key)
                .contentType("application/json;charset=UTF-8")
                .content(body);
    }

    static MockHttpServletRequestBuilder byAdministrator(MockHttpServletRequestBuilder request) {
        return request.with(httpBasic("admin", PASSWORD)).contentType("application/yaml;charset=UTF-8");
    }

    static MockHttpServletRequestBuilder reading(String account, String caseNumber) {
        return get("/api/cases/{number}", caseNumber).with(httpBasic(account, PASSWORD));
    }

    /** @param query the address after {@code /api/}, e.g. {@code cases?item=old-age-allowance} */
    static MockHttpServletRequestBuilder asking(String account, String query) {
        return get(URI.create("/api/" + query)).with(httpBasic(account, PASSWORD));
    }

    static MockHttpServletRequestBuilder readingClock(String account, String caseNumber) {
        return get("/api/cases/{number}/clock", caseNumber).with(httpBasic(account, PASSWORD));
    }

    static MockHttpServletRequestBuilder readingByCode(String caseNumber, String code) {
        return get("/api/cases/{number}", caseNumber).header("Pickup-Code", code);
    }
}
