package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.OneWindow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A node is stopped in the middle of work, as for a new version: what it has begun it finishes, what is left is free. */
@HallTest
class StoppingNodeTest {

    private static final String STRONG = "Lv4!shuiBei-Xi";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Hall hall;

    private final CountDownLatch jobBegun = new CountDownLatch(1);
    private final CountDownLatch requestBegun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private ConfigurableApplicationContext node;
    private String deployment;

    @BeforeEach
    void startTheNode(@Autowired JdbcConnectionDetails database) {
        hall.openOn(Hall.MONDAY);
        JavaDelegate waits = execution -> {
            jobBegun.countDown();
            mayEnd.await();
        };
        Filter slow = (request, response, chain) -> {
            requestBegun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            chain.doFilter(request, response);
        };
        node = new SpringApplicationBuilder(OneWindow.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("waits", waits);
                    context.getBeanFactory().registerSingleton("slow", slow);
                })
                .run(
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--onewindow.documents.makes=false",
                        "--camunda.bpm.job-execution.core-pool-size=1",
                        "--camunda.bpm.job-execution.wait-time-in-millis=20",
                        "--camunda.bpm.job-execution.max-wait=20",
                        "--ONEWINDOW_DB_URL=" + database.getJdbcUrl(),
                        "--ONEWINDOW_DB_USER=" + database.getUsername(),
                        "--ONEWINDOW_DB_PASSWORD=" + STRONG,
                        "--spring.datasource.password=" + database.getPassword(),
                        "--ONEWINDOW_ADMIN_USER=wangwei",
                        "--ONEWINDOW_ADMIN_PASSWORD=" + STRONG);
        deployment = hall.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "waits.bpmn",
                        Bpmn.createExecutableProcess("waits")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .serviceTask()
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${waits}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void stopTheNode() {
        mayEnd.countDown();
        node.close();
        hall.engine().getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void whatItHasBegunItFinishesAndWhatIsLeftIsFree() throws Exception {
        var begun = startProcess();
        var request = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/items"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        jobBegun.await();
        requestBegun.await();
        var closing = CompletableFuture.runAsync(node::close);
        await().atMost(SOON).until(this::takesNobodyIn);
        var left = startProcess();
        assertThat(closing).isNotDone();

        mayEnd.countDown();
        closing.join();

        assertThat(request.join().statusCode()).isEqualTo(200);
        assertThat(request.join().body()).contains("公共场所卫生许可");
        assertThat(job(begun)).as("was carried out").isNull();
        assertThat(((JobEntity) job(left)).getLockOwner())
                .as("free for the other nodes")
                .isNull();
    }

    private int port() {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private boolean takesNobodyIn() throws IOException {
        try (var visit = new Socket("127.0.0.1", port())) {
            return !visit.isConnected();
        } catch (ConnectException refused) {
            return true;
        }
    }

    private String startProcess() {
        return hall.engine()
                .getRuntimeService()
                .startProcessInstanceByKey("waits")
                .getId();
    }

    private Job job(String instance) {
        return hall.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }
}
