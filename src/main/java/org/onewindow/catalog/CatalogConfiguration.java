package org.onewindow.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration
class CatalogConfiguration {

    private static final String ROOT = "processes/items/";

    @Bean
    Catalog catalog(ResourcePatternResolver resources) throws IOException {
        var entries = new ArrayList<Catalog.Entry>();
        for (var page : resources.getResources("classpath*:" + ROOT + "*/*/item.yaml")) {
            var address = page.getURL().toString();
            var folder = address.substring(address.lastIndexOf(ROOT) + ROOT.length(), address.lastIndexOf('/'));
            var text = page.getContentAsString(StandardCharsets.UTF_8);
            var item = ItemPage.read(text).item(ROOT + folder + "/item.yaml");
            entries.add(new Catalog.Entry(item, folder, page));
        }
        return new Catalog(entries);
    }
}
