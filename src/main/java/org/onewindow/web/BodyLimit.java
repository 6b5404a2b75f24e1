package org.onewindow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Lets nobody send the REST interface more than a form could hold, whether the length was announced or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** Bytes. */
    private static final int LARGEST = 1_000_000;
    /** Bytes of a zip file with a whole catalogue. */
    private static final int LARGEST_CATALOG = 32_000_000;

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    static class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest(request)) {
            problems.write(request, response, Problem.of(HttpStatus.PAYLOAD_TOO_LARGE));
        } else {
            chain.doFilter(new Limited(request), response);
        }
    }

    private static int largest(HttpServletRequest request) {
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
