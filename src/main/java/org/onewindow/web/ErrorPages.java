package org.onewindow.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last resort: a page for a person, a problem for a program. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemWriter problems;

    ErrorPages(ProblemWriter problems) {
        this.problems = problems;
    }

    /** @return null where a problem was written */
    @RequestMapping("${server.error.path:/error}")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = HttpStatus.resolve(
                (int) attribute(request, RequestDispatcher.ERROR_STATUS_CODE).orElse(404));
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        var path =
                (String) attribute(request, RequestDispatcher.ERROR_REQUEST_URI).orElse("");
        var accepted =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        if (path.startsWith("/api") || !accepted.contains("text/html")) {
            problems.write(request, response, Problem.of(known));
            return null;
        }
        return new ModelAndView(page(known), known);
    }

    private static String page(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "error/404";
            case UNAUTHORIZED -> "error/401";
            case FORBIDDEN -> "error/403";
            case PAYLOAD_TOO_LARGE -> "error/413";
            case TOO_MANY_REQUESTS -> "error/429";
            default -> status.is5xxServerError() ? "error/5xx" : "error/4xx";
        };
    }

    private static Optional<Object> attribute(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getAttribute(name));
    }
}
