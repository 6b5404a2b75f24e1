package org.onewindow.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class MigrationTest {

    @Test
    void flywayCreatesTheEnginesTablesAndTheEngineWorksOnThem(CapturedOutput output) {
        var context = start();
        var database = context.getBean(JdbcTemplate.class);
        assertThat(database.queryForList(
                        "select description from flyway_schema_history order by installed_rank", String.class))
                .startsWith("engine tables", "engine indexes");
        assertThat(database.queryForObject(
                        "select indexdef from pg_indexes where indexname = 'ix_act_ru_task_parent'", String.class))
                .contains("WHERE (parent_task_id_ IS NOT NULL)");

        var engine = context.getBean(ProcessEngine.class);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "visit.bpmn",
                        Bpmn.createExecutableProcess("visit")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask()
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("visit");
        engine.getTaskService()
                .complete(
                        engine.getTaskService().createTaskQuery().singleResult().getId());
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .finished()
                        .count())
                .isEqualTo(1);

        context.close();

        assertThat(output)
                .as("the server stops last: nobody misses it")
                .doesNotContain("ERROR")
                .doesNotContain("Exception");
    }

    /** When this fails, the engine is another version: write a migration with its upgrade script, keep V1's scripts. */
    @Test
    void engineBringsTheScriptsThatExistingDatabasesHaveRun() {
        assertThat(new EngineTables().getChecksum()).isEqualTo(1_477_374_151);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        var disposable = Stream.of(
                "--camunda.bpm.history-level=full", // our own level comes with the workflow, which is not here
                "--onewindow.database.disposable=true",
                "--onewindow.database.data-folder=target/postgres",
                "--onewindow.database.binaries-folder=target/postgres-binaries");
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(disposable, Stream.of(arguments)).toArray(String[]::new));
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({EmbeddedDatabase.class, EngineTables.class})
    static class Application {}
}
