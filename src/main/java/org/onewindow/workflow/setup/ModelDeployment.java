package org.onewindow.workflow.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.PublishedItems;
import org.onewindow.catalog.publication.ItemsPublished;
import org.onewindow.workflow.ItemDeployments;
import org.onewindow.workflow.ItemDeployments.Deployed;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

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
    private final PublishedItems items;
    private final ItemDeployments deployments;
    private final ObjectMapper json;
    private final Map<String, String> forms = new ConcurrentHashMap<>();

    ModelDeployment(
            RepositoryService repository,
            ResourcePatternResolver resources,
            PublishedItems items,
            ItemDeployments deployments,
            ObjectMapper json) {
        this.repository = repository;
        this.resources = resources;
        this.items = items;
        this.deployments = deployments;
        this.json = json;
    }

    void deployStages() {
        try {
            var deployment = deployment("stages").enableDuplicateFiltering(false);
            for (var folder : List.of("processes/stages/", "processes/supervision/")) {
                for (var stage : resources.getResources("classpath*:" + folder + "*.bpmn")) {
                    var text = stage.getContentAsString(StandardCharsets.UTF_8);
                    deployment.addString(folder + stage.getFilename(), text);
                    forms(text).forEach(form -> deployment.addString(name(form), form(form)));
                }
            }
            deployment.addString(
                    "processes/routing.dmn",
                    resources
                            .getResource("classpath:processes/routing.dmn")
                            .getContentAsString(StandardCharsets.UTF_8));
            deployment.deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the publication's transaction: what the engine cannot deploy is not published. */
    @EventListener
    void deploy(ItemsPublished published) {
        published.versions().forEach(version -> deploy(version.item().code(), version.publication(), version.files()));
    }

    /** Deploys the items in force anew whose forms have changed with the installation. */
    void followForms() {
        for (var deployed : deployments.inForce()) {
            if (!digest(deployed.forms()).equals(deployed.formsDigest())) {
                var files = items.files(deployed.publication());
                deploy(files.folder().substring(files.folder().indexOf('/') + 1), deployed.publication(), files);
            }
        }
    }

    private void deploy(String code, long publication, ItemFiles files) {
        var folder = "processes/items/" + files.folder() + "/";
        var process = files.texts().get(ItemFiles.PROCESS);
        var deployment = deployment(code);
        deployment.addString(folder + ItemFiles.PROCESS, process);
        deployment.addString(folder + ItemFiles.MATERIALS, files.texts().get(ItemFiles.MATERIALS));
        var used = forms(process);
        for (var form : used) {
            var text = form(form);
            deployment.addString(name(form), form.equals(APPLICATION) ? withQuestions(text, files) : text);
        }
        var id = deployment.deploy().getId();
        deployments.add(id, new Deployed(publication, used, digest(used)));
    }

    private DeploymentBuilder deployment(String name) {
        return repository.createDeployment().name(name).source("one-window");
    }

    private static List<String> forms(String model) {
        return FORM_REFERENCE
                .matcher(model)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(String form) {
        return FORMS + form + ".form";
    }

    private String form(String name) {
        return forms.computeIfAbsent(name, key -> {
            try {
                return resources.getResource("classpath:" + name(key)).getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String digest(List<String> used) {
        var text = new StringBuilder();
        used.forEach(form -> text.append(form(form)).append('\0'));
        return DigestUtils.md5DigestAsHex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String withQuestions(String application, ItemFiles files) {
        try {
            var form = (ObjectNode) json.readTree(application);
            var questions = json.readTree(files.texts().get(ItemFiles.SITUATION));
            ((ArrayNode) form.get("components")).addAll((ArrayNode) questions.get("components"));
            form.put("id", APPLICATION);
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
