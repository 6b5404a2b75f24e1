package org.onewindow.workflow.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.onewindow.workflow.DemoAccounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;

@Configuration
@Profile("!production")
class DemoConfiguration {

    @Bean
    DemoAccounts demoAccounts(@Value("classpath:config/demo/staff.yaml") Resource file) throws IOException {
        try (var content = file.getInputStream()) {
            return new YAMLMapper().readValue(content, DemoAccounts.class);
        }
    }
}
