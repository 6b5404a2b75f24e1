package org.onewindow.workflow.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.onewindow.casefile.RefusedInput;
import org.springframework.stereotype.Component;

/** Tells Tasklist why something was refused, in the rule's own words, where the engine would wrap them in English. */
@Component
class RefusalMappers {

    RefusalMappers() {
        var classes = CamundaRestResources.getConfigurationClasses();
        classes.remove(RestExceptionHandler.class);
        classes.add(WrappedRefusals.class);
        classes.add(Refusals.class);
        classes.add(Discretion.class);
    }

    private static Response refusal(String type, String message) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", type, "message", message))
                .build();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** A refusal by a form's contract or by a service. */
    @Provider
    public static class Refusals implements ExceptionMapper<RefusedInput> {
        @Override
        public Response toResponse(RefusedInput refused) {
            return refusal("RefusedInput", refused.getMessage());
        }
    }

    /** A refusal inside a task listener, and what else the engine's resources wrap. */
    @Provider
    public static class WrappedRefusals implements ExceptionMapper<RestException> {
        @Override
        public Response toResponse(RestException thrown) {
            var refused = cause(thrown, RefusedInput.class);
            if (refused.isPresent()) {
                return refusal("RefusedInput", refused.get().getMessage());
            }
            if (cause(thrown, OptimisticLockingException.class).isPresent()) {
                return refusal("Conflict", "任务刚刚由他人办理，请刷新列表");
            }
            return ExceptionHandlerHelper.getInstance().getResponse(thrown);
        }
    }

    /** Says nothing of classes, tables and the like, which help an attacker and no clerk. */
    @Provider
    public static class Discretion implements ContainerResponseFilter {

        private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
        private static final Pattern INSIDE = Pattern.compile(
                "\\b(org|com|java|jakarta|io)\\.[a-z]+\\.\\w" + "|ACT_[A-Z]{2}_|SQL|Cannot invoke|Exception\\b");

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatus() >= 400 && response.getEntity() instanceof String) {
                // What the JSON reader says: it names our classes.
                replace(response, response.getStatusInfo(), "RefusedRequest", "提交的数据格式不正确，请刷新页面后重试");
                return;
            }
            if (!(response.getEntity() instanceof ExceptionDto problem)) {
                return;
            }
            var message = String.valueOf(problem.getMessage());
            if ("TaskAlreadyClaimedException".equals(problem.getType())) {
                replace(response, Response.Status.BAD_REQUEST, "Conflict", "任务已由他人认领，请刷新列表");
            } else if (message.contains("Cannot find task with id")) {
                replace(response, Response.Status.NOT_FOUND, "NotFound", "没有此任务，可能已经办结，请刷新列表");
            } else if (!CHINESE.matcher(message).find()
                    && (response.getStatus() == 500 || INSIDE.matcher(message).find())) {
                replace(response, response.getStatusInfo(), "RefusedRequest", "请求不能处理，请刷新页面后重试");
            }
        }

        private static void replace(
                ContainerResponseContext response, Response.StatusType status, String type, String message) {
            response.setStatusInfo(status);
            response.setEntity(
                    Map.of("type", type, "message", message), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
