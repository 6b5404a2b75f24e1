package org.onewindow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.deadline.CalendarChangeUnderWay;
import org.onewindow.document.CannotBeMade;
import org.onewindow.storage.FileStoreFailure;
import org.onewindow.workflow.CaseRegistration.KeyOfAnotherRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says in Chinese what went wrong, and nothing about how the server is made (RFC 9457). */
@RestControllerAdvice
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    /** What a controller reports itself. */
    static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient ProblemDetail problem;

        Found(Problem problem, String detail) {
            super(detail);
            this.problem = problem.detail(detail);
        }
    }

    /** @throws Exception what happened outside the REST interface, for others to handle */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> report(Exception thrown, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw thrown;
        }
        var headers = thrown instanceof ErrorResponse framework ? framework.getHeaders() : new HttpHeaders();
        var problem = problem(thrown);
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(Exception thrown) {
        if (thrown instanceof Found found) {
            return found.problem;
        }
        if (thrown instanceof RefusedInput refused) {
            return refused(refused);
        }
        if (thrown instanceof CalendarChangeUnderWay) {
            return Problem.CALENDAR_CHANGE_UNDER_WAY.detail(thrown.getMessage());
        }
        if (thrown instanceof KeyOfAnotherRequest) {
            return Problem.KEY_REUSED.detail("这个 Idempotency-Key 已用于内容不同的另一次登记。登记另一件请换用新的键；重发同一件请保持内容不变");
        }
        if (thrown instanceof AccessDeniedException) {
            return Problem.FORBIDDEN.detail("您的岗位不能登记这个事项");
        }
        if (thrown instanceof CannotBeMade) {
            return Problem.NOT_MADE.detail("文书的PDF暂不能生成，请稍后再试；仍不能取得的，请联系办理窗口");
        }
        if (thrown instanceof FileStoreFailure) {
            LOG.error("the file store failed", thrown);
            return Problem.FILE_STORE_FAILED.detail(thrown.getMessage());
        }
        if (thrown instanceof MaxUploadSizeExceededException) {
            return BodyLimit.tooManyFiles();
        }
        if (thrown instanceof BodyLimit.Exceeded) {
            return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        if (thrown instanceof MissingRequestHeaderException missing) {
            return Problem.MALFORMED.detail("缺少请求头 " + missing.getHeaderName());
        }
        if (thrown instanceof HttpMessageNotReadableException) {
            return Problem.MALFORMED.detail("请求内容是空的，请按接口文档 /docs/ 填写");
        }
        return thrown instanceof ErrorResponse framework ? Problem.of(framework.getStatusCode()) : unexpected(thrown);
    }

    private static ProblemDetail refused(RefusedInput refused) {
        var problem = Problem.REFUSED_INPUT.detail("有" + refused.violations().size() + "处需要更正，什么都没有写入");
        problem.setProperty("violations", refused.violations());
        return problem;
    }

    private static ProblemDetail unexpected(Exception thrown) {
        var id = UUID.randomUUID().toString();
        LOG.error("unexpected error {}", id, thrown);
        var problem = Problem.UNEXPECTED.detail("请稍后重试；仍有问题的，请联系系统管理员并提供编号 " + id);
        problem.setProperty("errorId", id);
        return problem;
    }
}
