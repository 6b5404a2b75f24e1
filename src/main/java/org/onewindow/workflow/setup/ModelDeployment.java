package org.onewindow.workflow.setup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.onewindow.catalog.Catalog;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models: the bureau's stages and supervision together, and each item with all the forms and rules that it uses, so that a
 * case keeps those under which it was received. What did not change is not deployed again.
 */
@Component
class ModelDeployment {

    private static final String FORMS = "forms/tasks/";
    private static final Pattern FORM_REFERENCE = Pattern.compile("camunda:formRef=\"([a-z-]+)\"");
    /** The bureau's part of every item's application form; the item's own questions follow it. */
    private static final String APPLICATION = "application";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final Catalog catalog;
    private final ObjectMapper json;

    ModelDeployment(
            RepositoryService repository, ResourcePatternResolver resources, Catalog catalog, ObjectMapper json) {
        this.repository = repository;
        this.resources = resources;
        this.catalog = catalog;
        this.json = json;
    }

    void deploy() {
        try {
            deployStages();
            for (var entry : catalog.entries()) {
                deployItem(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deployStages() throws IOException {
        var deployment = deployment("stages");
        for (var folder : List.of("processes/stages/", "processes/supervision/")) {
            for (var stage : resources.getResources("classpath*:" + folder + "*.bpmn")) {
                addModel(deployment, folder + stage.getFilename(), stage, null);
            }
        }
        add(deployment, "processes/routing.dmn", text(resources.getResource("classpath:processes/routing.dmn")));
        deployment.deploy();
    }

    private void deployItem(Catalog.Entry entry) throws IOException {
        var folder = "processes/items/" + entry.folder() + "/";
        var deployment = deployment(entry.item().code());
        addModel(deployment, folder + "process.bpmn", entry.page().createRelative("process.bpmn"), entry);
        add(deployment, folder + "materials.dmn", text(entry.page().createRelative("materials.dmn")));
        deployment.deploy();
    }

    private DeploymentBuilder deployment(String name) {
        return repository.createDeployment().name(name).source("one-window").enableDuplicateFiltering(false);
    }

    private void addModel(DeploymentBuilder deployment, String name, Resource model, Catalog.Entry entry)
            throws IOException {
        var text = text(model);
        add(deployment, name, text);
        var forms = FORM_REFERENCE
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toList();
        for (var form : forms) {
            var content = text(resources.getResource("classpath:" + FORMS + form + ".form"));
            boolean withQuestions = entry != null && form.equals(APPLICATION);
            add(deployment, FORMS + form + ".form", withQuestions ? withQuestions(content, entry) : content);
        }
    }

    private String withQuestions(String application, Catalog.Entry entry) throws IOException {
        var form = (ObjectNode) json.readTree(application);
        var questions = json.readTree(text(entry.page().createRelative("situation.form")));
        ((ArrayNode) form.get("components")).addAll((ArrayNode) questions.get("components"));
        form.put("id", APPLICATION);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(form);
    }

    private static void add(DeploymentBuilder deployment, String name, String content) {
        deployment.addString(name, content);
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}
