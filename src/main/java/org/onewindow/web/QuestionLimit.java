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
 * Lets no address guess or keep the server busy, before the body is read. The address is the connection's; behind a proxy the
 * server takes it from the proxy's headers if {@code server.forward-headers-strategy} says so, and from nobody otherwise.
 */
final class QuestionLimit extends OncePerRequestFilter {

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
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().startsWith(VerificationPage.PATH);
    }
}
