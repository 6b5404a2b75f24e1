package org.onewindow.workflow.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** The contracts of the deployed forms. A deployment never changes, so each is read once. */
@Component
class FormContracts {

    private final Map<String, FormContract> contracts = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    FormContracts(ObjectMapper json) {
        this.json = json;
    }

    /** To be called within a command of the engine. */
    FormContract of(String deploymentId, String form) {
        return contracts.computeIfAbsent(deploymentId + "/" + form, key -> read(deploymentId, form));
    }

    private FormContract read(String deploymentId, String form) {
        var resource = Context.getCommandContext()
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deploymentId, "forms/tasks/" + form + ".form");
        if (resource == null) {
            throw new IllegalStateException("form " + form + " is not part of deployment " + deploymentId);
        }
        try {
            return new FormContract(json.readTree(resource.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
