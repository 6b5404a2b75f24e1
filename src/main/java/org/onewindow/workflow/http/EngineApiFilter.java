package org.onewindow.workflow.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Stands before the web applications' engine interface. Whoever is no administrator gets what Tasklist and Cockpit need to
 * read and work, nothing else; nobody sends an expression, which the engine would run (CVE-2026-109432); nobody reaches the set-up of a first administrator; nobody sends more
 * than a form can hold.
 */
class EngineApiFilter extends OncePerRequestFilter {

    /** Bytes. */
    private static final int LARGEST_BODY = 1_000_000;

    private static final String ROOT = "/camunda/api/";
    private static final Pattern ENGINE_CALL =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/(.*?)/*", Pattern.DOTALL);
    private static final Pattern WORK = Pattern.compile("filter/[^/]+/(list|count|singleResult)"
            + "|task/[^/]+/(claim|unclaim|submit-form)"
            + "|process-definition/(key/)?[^/]+/submit-form"
            + "|(history/)?(task|process-instance|activity-instance|variable-instance|execution|incident|job"
            + "|decision-instance)(/count)?"
            + "|identity/password-policy");
    /** Anybody could make themselves an administrator here while there is none (CVE-2026-77226). */
    private static final Pattern SET_UP = Pattern.compile("/camunda/api/+[^/]*/+setup", Pattern.CASE_INSENSITIVE);

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ObjectMapper json;

    EngineApiFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (isDisguised(request, path)) {
            refuse(response, 400, "请求的地址不正确");
            return;
        }
        if (SET_UP.matcher(path).lookingAt()) {
            refuse(response, 404, "没有此项功能");
            return;
        }
        if (namesExpression(request)) {
            refuse(response, 400, "请求中不能含有表达式");
            return;
        }
        var call = ENGINE_CALL.matcher(path);
        boolean reading = READING.contains(request.getMethod());
        if (call.matches() && !reading && !mayCall(request, call.group(1))) {
            refuse(response, 403, "您没有进行此项操作的权限，请联系系统管理员");
            return;
        }
        if (reading || !isJson(request)) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(response, 413, "提交的内容过长，请删减后重新提交");
        } else if (hasExpression(body)) {
            refuse(response, 400, "请求中不能含有表达式");
        } else {
            chain.doFilter(new RepeatedBody(request, body), response);
        }
    }

    /** Written so that the container, the engine's own filters and its resources could each read another path. */
    private static boolean isDisguised(HttpServletRequest request, String path) {
        var written = request.getRequestURI();
        try {
            return !written.startsWith(ROOT)
                    || !UriUtils.decode(written, StandardCharsets.UTF_8).equals(path);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    private static boolean mayCall(HttpServletRequest request, String call) {
        return (request.getMethod().equals("POST") && WORK.matcher(call).matches()) || isAdministrator(request);
    }

    private static boolean isAdministrator(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
                        .anyMatch(user -> user.getGroupIds().contains(Groups.CAMUNDA_ADMIN));
    }

    private static boolean isJson(HttpServletRequest request) {
        // Without a content type the engine reads JSON too.
        return request.getContentType() == null || !request.getContentType().startsWith("multipart/");
    }

    private static boolean namesExpression(HttpServletRequest request) {
        return request.getQueryString() != null
                && Collections.list(request.getParameterNames()).stream().anyMatch(EngineApiFilter::isExpression);
    }

    private static boolean hasExpression(byte[] body) throws IOException {
        try (var parser = new JsonFactory().createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (JsonParseException notJson) {
            return false; // the engine refuses it
        }
    }

    private static boolean isExpression(String key) {
        return key.regionMatches(true, key.length() - "Expression".length(), "Expression", 0, "Expression".length());
    }

    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), Map.of("type", "RefusedRequest", "message", message));
    }
}
