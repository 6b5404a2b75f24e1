package org.onewindow.workflow.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration
class HttpConfiguration {

    @Bean
    FilterRegistrationBean<EngineApiFilter> engineApiFilter(ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new EngineApiFilter(json));
        filter.addUrlPatterns("/camunda/api/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
