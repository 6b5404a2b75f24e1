package org.onewindow.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.restdocs.AutoConfigureRestDocs;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a database of its own, with the demo's accounts and cases. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "onewindow.database.disposable=true",
            "onewindow.database.data-folder=target/postgres",
            "onewindow.database.binaries-folder=target/postgres-binaries",
            "camunda.bpm.job-execution.enabled=false" // other tests move the clock that all engines share
        })
@AutoConfigureMockMvc
@AutoConfigureRestDocs
@Import(SnippetSettings.class)
@interface ApiTest {}
