package org.onewindow.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a database of its own, shared by all tests that carry this and only this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "onewindow.database.disposable=true",
            "onewindow.database.data-folder=target/postgres",
            "onewindow.database.binaries-folder=target/postgres-binaries",
            "onewindow.demo.cases=false",
            "onewindow.documents.makes=false",
            "onewindow.absences.swept=false", // tests sweep
            "onewindow.files.sweep=-",
            "onewindow.desk.tidied=-",
            "onewindow.supervision.tally=-",
            "onewindow.verification.questions-per-minute=1000000", // the hall's clock stands still
            "onewindow.verification.uploads-per-minute=1000000",
            "camunda.bpm.job-execution.enabled=false"
        })
@Import(Hall.Setup.class)
public @interface HallTest {}
