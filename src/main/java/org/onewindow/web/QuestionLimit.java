package org.onewindow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no address guess or keep the server busy, and nobody send more than a PDF: before the body is read. The address is the
 * connection's; behind a proxy the server takes it from the proxy's headers if {@code server.forward-headers-strategy} says so,
 * and from nobody otherwise.
 */
final class QuestionLimit extends OncePerRequestFilter {

    /** Bytes of a request: a file of 10 MB, and the form around it. */
    static final long LARGEST = 10 * 1024 * 1024 + 64 * 1024;

    private final RateLimit questions;
    private final RateLimit uploads;

    QuestionLimit(VerificationSettings settings, Clock clock) {
        questions = new RateLimit(settings.questionsPerMinute(), clock);
        uploads = new RateLimit(settings.uploadsPerMinute(), clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = isUpload(request) ? uploads : questions;
        var wait = limit.ask(request.getRemoteAddr());
        if (!wait.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else if (request.getContentLengthLong() > LARGEST) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else if (HttpMethod.POST.matches(request.getMethod()) && request.getContentLengthLong() < 0) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value()); // a browser knows what it sends
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().startsWith(VerificationPage.PATH);
    }
}
