package org.onewindow.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.onewindow.workflow.Forms.PERMIT;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.without;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.workflow.ItemDeployments.Deployed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Items published before the forms named the guards name them in the model: their open cases go on as they began. The
 * setting keeps the older model out of the other tests' database, as in {@link ItemPublishingTest}.
 */
@HallTest
@TestPropertySource(properties = "onewindow.items=classpath*:processes/items")
class OlderVersionsGuardTest {

    private static final String TASK = "<bpmn:userTask id=\"task_handle\"[^>]*>";
    private static final String LISTENER = "<bpmn:extensionElements><camunda:taskListener"
            + " delegateExpression=\"\\${opinionGuard}\" event=\"complete\" /></bpmn:extensionElements>";

    @Autowired
    private Hall hall;

    @Autowired
    private ItemDeployments deployments;

    private RepositoryService repository;
    private String older;

    @BeforeEach
    void deployAModelThatNamesAGuard() throws IOException {
        hall.openOn(Hall.MONDAY);
        repository = hall.engine().getRepositoryService();
        var current = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("item_" + PERMIT)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        var deployment = repository.createDeployment().name("older");
        for (var name : repository.getDeploymentResourceNames(current)) {
            try (var resource = repository.getResourceAsStream(current, name)) {
                var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
                deployment.addString(name, text.replaceFirst(TASK, "$0" + LISTENER));
            }
        }
        older = deployment.deploy().getId();
        deployments.add(older, new Deployed(deployments.publication(current).orElseThrow(), List.of(), ""));
    }

    @AfterEach
    void removeIt() {
        repository.deleteDeployment(older, true);
    }

    @Test
    void isGuardedOnce() {
        var way = new PermitWay(hall);
        var permit = way.accepted();
        Assertions.assertThat(permit.item().getProcessDefinitionId())
                .isEqualTo(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(older)
                        .singleResult()
                        .getId());
        var taskId = hall.as("zhaogang").claim(permit, "task_handle").getId();
        refusalOf(() -> hall.as("zhaogang").submitForm(taskId, without(handled("propose-grant", "拟同意。"), "opinion")))
                .contains("承办意见");
        way.handles(permit);
        assertThat(permit.item()).isWaitingAt("task_checkOnSite");
    }
}
