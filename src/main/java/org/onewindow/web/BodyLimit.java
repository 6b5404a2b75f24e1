package org.onewindow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Lets nobody send more than a form could hold, or more files than a case could need, or to the register more than a paper;
 * whether the length was announced or not. Before anything of the body is read, but for the REST interface, whose callers may
 * not know the length.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** Bytes. */
    private static final int LARGEST = 1_000_000;
    /** Bytes of a zip file with a whole catalogue. */
    private static final int LARGEST_CATALOG = 32_000_000;
    /** Bytes of a paper that is compared with the register: 10 MB, and the form around it. */
    private static final int LARGEST_PAPER = 10 * 1024 * 1024 + 64 * 1024;
    /** Bytes of all files that are sent at once; the multipart limits of application.yaml are a little higher. */
    private static final int LARGEST_FILES = 100_000_000;

    private static final Set<String> HAVING_BODIES = Set.of("POST", "PUT", "PATCH");
    private static final Pattern FILES = Pattern.compile("(/api)?/cases/[^/]+/attachments");

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    static class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The engine's web applications are limited by the engine's own settings. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/camunda");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > largest(request)) {
            refuse(request, response);
        } else if (length >= 0 || !HAVING_BODIES.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!isApi(request)) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value()); // a browser knows what it sends
        } else if (hasFiles(request)) {
            chain.doFilter(request, response); // the server's own multipart limits hold
        } else {
            chain.doFilter(new Limited(request), response);
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api");
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isApi(request)) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            problems.write(
                    request, response, hasFiles(request) ? tooManyFiles() : Problem.of(HttpStatus.PAYLOAD_TOO_LARGE));
        }
    }

    static ProblemDetail tooManyFiles() {
        return Problem.TOO_LARGE.detail("一次提交的文件合计不能超过%dMB，请分几次提交".formatted(LARGEST_FILES / 1_000_000));
    }

    private static boolean hasFiles(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && FILES.matcher(request.getRequestURI()).matches();
    }

    private static int largest(HttpServletRequest request) {
        if (hasFiles(request)) {
            return LARGEST_FILES;
        }
        if (request.getRequestURI().startsWith(VerificationPage.PATH + "/")) {
            return LARGEST_PAPER;
        }
        return request.getRequestURI().equals(CatalogController.PATH) ? LARGEST_CATALOG : LARGEST;
    }

    private static final class Limited extends ContentCachingRequestWrapper {
        Limited(HttpServletRequest request) {
            super(request, largest(request));
        }

        @Override
        protected void handleContentOverflow(int limit) {
            throw new Exceeded();
        }
    }
}
