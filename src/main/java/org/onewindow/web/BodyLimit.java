package org.onewindow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
 * Lets nobody send the REST interface more than a form could hold, or more files than a case could need, whether the length was
 * announced or not; nor a page. A page's files are looked at here because the token against forged requests is among them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** Bytes. */
    private static final int LARGEST = 1_000_000;
    /** Bytes of a zip file with a whole catalogue. */
    private static final int LARGEST_CATALOG = 32_000_000;
    /** Bytes of all files that are sent at once; the multipart limits of application.yaml are a little higher. */
    private static final int LARGEST_FILES = 100_000_000;

    private static final Pattern FILES = Pattern.compile("(/api)?/cases/[^/]+/attachments");

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    static class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api") && !FILES.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest(request)) {
            refuse(request, response);
        } else if (hasFiles(request)) {
            chain.doFilter(request, response); // the server's own multipart limits hold
        } else {
            chain.doFilter(new Limited(request), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().startsWith("/api")) {
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
