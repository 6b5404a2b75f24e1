package org.onewindow.workflow.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.SessionRepositoryFilter;

@Configuration
class HttpConfiguration {

    @Bean
    FilterRegistrationBean<EngineApiFilter> engineApiFilter(ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new EngineApiFilter(json));
        filter.addUrlPatterns("/camunda/api/*");
        // After the sessions, which all nodes share, and before all else.
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 10);
        return filter;
    }
}
