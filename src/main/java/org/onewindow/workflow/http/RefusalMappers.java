package org.onewindow.workflow.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
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
}
