package org.onewindow.web;

import static org.springframework.restdocs.http.HttpDocumentation.httpRequest;
import static org.springframework.restdocs.http.HttpDocumentation.httpResponse;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.modifyHeaders;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.prettyPrint;

import org.springframework.boot.test.autoconfigure.restdocs.RestDocsMockMvcConfigurationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Snippets that come out the same every day: what differs from run to run is replaced by an example. */
@TestConfiguration
class SnippetSettings {

    @Bean
    RestDocsMockMvcConfigurationCustomizer snippets() {
        return configurer -> {
            configurer.snippets().withDefaults(httpRequest(), httpResponse());
            configurer
                    .operationPreprocessors()
                    .withRequestDefaults(
                            prettyPrint(), new Examples(), modifyHeaders().remove("Content-Length"))
                    .withResponseDefaults(
                            prettyPrint(),
                            new Examples(),
                            modifyHeaders()
                                    .removeMatching("X-.*")
                                    .remove("Cache-Control")
                                    .remove("Pragma")
                                    .remove("Expires")
                                    .remove("Vary")
                                    .remove("Content-Length")
                                    .remove("Content-Language"));
        };
    }
}
