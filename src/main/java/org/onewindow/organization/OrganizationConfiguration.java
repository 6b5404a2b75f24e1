package org.onewindow.organization;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

@Configuration
class OrganizationConfiguration {

    /** @param file setting {@code onewindow.organization}, e.g. {@code file:/etc/one-window/organization.yaml} */
    @Bean
    Organization organization(
            @Value("${onewindow.organization:" + OrganizationFile.DEFAULT_LOCATION + "}") Resource file)
            throws IOException {
        return OrganizationFile.read(file);
    }
}
