package org.onewindow.organization;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.springframework.core.io.Resource;

/** Reads the file of the district's organisation (机构名录). */
public final class OrganizationFile {

    public static final String DEFAULT_LOCATION = "classpath:config/organization.yaml";

    private OrganizationFile() {}

    public static Organization read(Resource file) throws IOException {
        var yaml = YAMLMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module())
                .build();
        try (var content = file.getInputStream()) {
            return yaml.readValue(content, Organization.class);
        }
    }
}
