package org.onewindow.catalog;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration
class CatalogConfiguration {

    private static final String ROOT = "processes/items/";

    @Bean
    Catalog catalog(ResourcePatternResolver resources) throws IOException {
        var yaml = YAMLMapper.builder()
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        var entries = new ArrayList<Catalog.Entry>();
        for (var page : resources.getResources("classpath*:" + ROOT + "*/*/item.yaml")) {
            var address = page.getURL().toString();
            var folder = address.substring(address.lastIndexOf(ROOT) + ROOT.length(), address.lastIndexOf('/'));
            try (var content = page.getInputStream()) {
                entries.add(new Catalog.Entry(yaml.readValue(content, ServiceItem.class), folder, page));
            }
        }
        return new Catalog(entries);
    }
}
