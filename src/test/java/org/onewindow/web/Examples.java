package org.onewindow.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.restdocs.operation.OperationRequest;
import org.springframework.restdocs.operation.OperationRequestFactory;
import org.springframework.restdocs.operation.OperationResponse;
import org.springframework.restdocs.operation.OperationResponseFactory;
import org.springframework.restdocs.operation.preprocess.OperationPreprocessor;

/** Puts examples in place of case numbers, codes, days and times. */
class Examples implements OperationPreprocessor {

    private static final Map<String, String> REPLACEMENTS = new LinkedHashMap<>();

    static {
        REPLACEMENTS.put("\\b150203\\d{15}\\b", "150203202603020000018");
        REPLACEMENTS.put("(\"pickupCode\" : )\"[^\"]*\"", "$1\"7KQ2MXR9\"");
        REPLACEMENTS.put("(\"at\" : )\"[^\"]*\"", "$1\"2026-03-03T10:15:00+08:00\"");
        REPLACEMENTS.put("(\"(?:loaded|finished)At\" : )\"[^\"]*\"", "$1\"2026-11-05T10:15:00+08:00\"");
        REPLACEMENTS.put("(\"receivedAt\" : )\"[^\"]*\"", "$1\"2026-03-02T09:20:00+08:00\"");
        REPLACEMENTS.put("(\"lastCase\" : )\"[^\"]*\"", "$1\"150203202603020000018\"");
        REPLACEMENTS.put("\"openCases\" : \\d+", "\"openCases\" : 10");
        REPLACEMENTS.put("\"id\" : \\d+", "\"id\" : 1");
        REPLACEMENTS.put("/changes/\\d+", "/changes/1");
        day("receivedOn", "2026-03-02");
        day("noticeDue", "2026-03-09");
        day("acceptedOn", "2026-03-03");
        day("promisedDue", "2026-03-12");
        day("statutoryDue", "2026-03-31");
        day("deliveryDue", "2026-03-25");
        day("validUntil", "2030-03-10");
        REPLACEMENTS.put("〔\\d{4}〕", "〔2026〕");
        REPLACEMENTS.put("〕(第?)\\d{6}号", "〕$1000018号");
        day("asOf", "2026-03-31");
        day("issuedOn", "2026-03-02");
        day("verificationCode", "7K3QD-9ZR2M-4WTXC-0H8BN");
        REPLACEMENTS.put(
                "(\"sha256\" : )\"[^\"]*\"", "$1\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"");
        REPLACEMENTS.put("(\"size\" :) \\d+", "$1 48213");
        REPLACEMENTS.put("(\"addedAt\" : )\"[^\"]*\"", "$1\"2026-03-02T09:20:00+08:00\"");
        REPLACEMENTS.put("/documents/\\d+", "/documents/1");
        // A day of an explanation on one line.
        REPLACEMENTS.put("\\s+(\"weekday\" : \"[^\"]*\",)\\s+(\"counts\" : \\w+,)\\s+", " $1 $2 ");
        REPLACEMENTS.put("(\"counts\" : true, \"number\" : \\d+,)\\s+(\"reason\")", "$1 $2");
        REPLACEMENTS.put("Basic [A-Za-z0-9+/=]{8,}", "Basic （账号:口令 的 Base64）");
    }

    private static void day(String field, String example) {
        REPLACEMENTS.put("(\"" + field + "\" : )\"[^\"]*\"", "$1\"" + example + "\"");
    }

    @Override
    public OperationRequest preprocess(OperationRequest request) {
        return new OperationRequestFactory()
                .create(
                        URI.create(replaced(request.getUri().toString())),
                        request.getMethod(),
                        replaced(request.getContent()),
                        replaced(request.getHeaders()),
                        request.getParts(),
                        request.getCookies());
    }

    @Override
    public OperationResponse preprocess(OperationResponse response) {
        return new OperationResponseFactory()
                .create(
                        response.getStatus(),
                        replaced(response.getHeaders()),
                        replaced(response.getContent()),
                        response.getCookies());
    }

    private static HttpHeaders replaced(HttpHeaders headers) {
        var result = new HttpHeaders();
        headers.forEach((name, values) ->
                values.forEach(value -> result.add(name, name.equals("Pickup-Code") ? "7KQ2MXR9" : replaced(value))));
        return result;
    }

    private static byte[] replaced(byte[] content) {
        return replaced(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static String replaced(String text) {
        var result = text;
        for (var replacement : REPLACEMENTS.entrySet()) {
            result = result.replaceAll(replacement.getKey(), replacement.getValue());
        }
        return result;
    }
}
