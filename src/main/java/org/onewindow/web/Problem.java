package org.onewindow.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The kinds of problem that the REST interface reports (RFC 9457). Each has its paragraph in the documentation. */
enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST, "malformed", "请求格式不正确"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "需要登录"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "没有权限"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "没有找到"),
    WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED, "wrong-method", "不支持这种请求方法"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "不能以要求的格式回答"),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "请求内容过大"),
    UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-type", "不支持这种内容类型"),
    CALENDAR_CHANGE_UNDER_WAY(HttpStatus.CONFLICT, "calendar-change-under-way", "日历变更尚未完成"),
    REFUSED_INPUT(HttpStatus.UNPROCESSABLE_ENTITY, "refused-input", "填写的内容不符合要求"),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "key-reused", "幂等键已用于另一请求"),
    FILE_STORE_FAILED(HttpStatus.SERVICE_UNAVAILABLE, "file-store-failed", "文件库暂时不能使用"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "请求过于频繁"),
    NOT_MADE(HttpStatus.SERVICE_UNAVAILABLE, "not-made", "文书暂不能生成"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "系统出现问题");

    private final HttpStatus status;
    private final String code;
    private final String title;

    Problem(HttpStatus status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** @param detail in Chinese: what is wrong and what to do */
    ProblemDetail detail(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/docs/#problem-" + code));
        problem.setTitle(title);
        return problem;
    }

    /** The problem for a status that the framework decided on. */
    static ProblemDetail of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> UNAUTHENTICATED.detail("请用账号和口令（HTTP Basic）登录");
            case 403 -> FORBIDDEN.detail("没有这个接口，或者您没有使用它的权限");
            case 404 -> NOT_FOUND.detail("没有这个地址，请核对接口文档 /docs/");
            case 405 -> WRONG_METHOD.detail("这个地址不支持这种请求方法，请核对接口文档 /docs/");
            case 406 -> NOT_ACCEPTABLE.detail("接口只提供 application/json，请核对请求头 Accept");
            case 413 -> TOO_LARGE.detail("请求内容不能超过1MB，请删减后重新提交");
            case 415 ->
                UNSUPPORTED_TYPE.detail(
                        "请求内容应为 application/json（工作日历为 application/yaml，附件为 multipart/form-data），请核对请求头 Content-Type");
            case 429 -> TOO_MANY_REQUESTS.detail("请求过于频繁，请在响应头 Retry-After 所示的秒数之后再试");
            default ->
                status.is4xxClientError()
                        ? MALFORMED.detail("请求不能识别，请核对接口文档 /docs/")
                        : UNEXPECTED.detail("请稍后重试；仍有问题的，请联系系统管理员");
        };
    }
}
