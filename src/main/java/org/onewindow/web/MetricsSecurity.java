package org.onewindow.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The metrics are for the monitoring alone, which brings a secret; where none is set, there is no such page. */
@Configuration
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain metricsDoor(HttpSecurity http, MetricsSettings settings) throws Exception {
        var refusal = settings.isShut() ? HttpStatus.NOT_FOUND : HttpStatus.UNAUTHORIZED;
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/actuator/prometheus"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .access((visitor, asked) -> new AuthorizationDecision(
                                settings.opens(asked.getRequest().getHeader(HttpHeaders.AUTHORIZATION))))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, denied) -> response.setStatus(refusal.value())))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
