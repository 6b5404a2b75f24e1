package org.onewindow.organization;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration
class OrganizationConfiguration {

    /** @param file setting {@code onewindow.organization}, e.g. {@code file:/etc/one-window/organization.yaml} */
    @Bean
    Organization organization(@Value("${onewindow.organization:classpath:config/organization.yaml}") Resource file)
            throws IOException {
        var yaml = YAMLMapper.builder().addModule(new JavaTimeModule()).build();
        try (var content = file.getInputStream()) {
            return yaml.readValue(content, Organization.class);
        }
    }
}
