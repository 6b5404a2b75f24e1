package org.onewindow.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Default-deny: what is not named here cannot be reached. */
@Configuration
@EnableConfigurationProperties(VerificationSettings.class)
class WebSecurity {

    /** Nothing from elsewhere; the documentation brings its style within its page. */
    private static final String CONTENT = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Pages with a form send it to where they come from. */
    private static final String FORM_CONTENT = CONTENT.replace("form-action 'none'", "form-action 'self'");

    private static final String[] PUBLIC = {
        "/", "/docs", "/docs/**", "/site/**", "/favicon.ico", "/health", "/health/liveness", "/health/readiness"
    };

    private static final String[] GUIDES = {"/items", "/items/*", "/items/*/files/*"};

    /** Pages with nothing of others' making in them. */
    private static final String STRICT_CONTENT =
            "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    /** Pages that the workplaces hold in a frame of theirs, with scripts of ours. */
    private static final String FRAMED_CONTENT =
            "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data: blob:;"
                    + " style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /** The engine's web applications bring their own login, session, CSRF protection and headers. */
    @Bean
    @Order(1)
    SecurityFilterChain workplaces(HttpSecurity http) throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .anonymous(Customizer.withDefaults())
                .build();
    }

    /** No session and no cookie, so nothing that a foreign page could ride on. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, StaffLogin login, ProblemWriter problems) throws Exception {
        AuthenticationEntryPoint loginNeeded = (request, response, thrown) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"one-window\", charset=\"UTF-8\"");
            boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            problems.write(
                    request,
                    response,
                    Problem.UNAUTHENTICATED.detail(tried ? "账号或者口令不正确；多次输错的账号会被暂时锁定，请稍后再试" : "请用账号和口令（HTTP Basic）登录"));
        };
        return http.securityMatcher("/api", "/api/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/api/items",
                                "/api/items/*",
                                "/api/items/*/materials",
                                "/api/catalog/indicators")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/api/cases/*",
                                "/api/cases/*/clock",
                                "/api/cases/*/attachments",
                                "/api/cases/*/documents",
                                "/api/cases/*/documents/*")
                        .permitAll() // staff by password, an applicant by pick-up code: the controller tells them apart
                        .requestMatchers(HttpMethod.POST, "/api/cases/*/attachments")
                        .permitAll() // likewise
                        .requestMatchers(HttpMethod.POST, "/api/cases")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/api/cases", "/api/supervision")
                        .authenticated() // the controllers look at the groups
                        .requestMatchers("/api/calendar/**", "/api/catalog", "/api/catalog/*")
                        .authenticated() // administrators: the controller looks at the groups
                        .anyRequest()
                        .denyAll())
                .authenticationProvider(login)
                .httpBasic(basic -> basic.authenticationEntryPoint(loginNeeded))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(loginNeeded)
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(request, response, Problem.of(HttpStatus.FORBIDDEN))))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * The pages that Tasklist and Cockpit hold or link to, for whoever is logged in there; whose case it is and who may see a
     * figure, the controllers know. Default-deny holds here too: a path without a controller is not found.
     */
    @Bean
    @Order(3)
    SecurityFilterChain workplacePages(HttpSecurity http, SecurityContextRepository tasklistLogin) throws Exception {
        var token = new CookieCsrfTokenRepository();
        token.setCookieName("DESK-TOKEN"); // the web applications have one of their own
        token.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        // Not deferred: when a form asks for the token, the top of its page has been sent, headers and all.
        var atOnce = new XorCsrfTokenRequestAttributeHandler();
        atOnce.setCsrfRequestAttributeName(null);
        return http.securityMatcher("/cases", "/cases/**", "/desk", "/desk/**", "/supervision", "/supervision/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(tasklistLogin))
                .csrf(csrf -> csrf.csrfTokenRepository(token).csrfTokenRequestHandler(atOnce))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, denied) -> response.sendError(HttpStatus.UNAUTHORIZED.value())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(FRAMED_CONTENT))
                        .frameOptions(FrameOptionsConfig::sameOrigin))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    /** The guides' forms ask for the reader's situation; nothing is written, so there is no token. */
    @Bean
    @Order(4)
    SecurityFilterChain guides(HttpSecurity http) throws Exception {
        return forEverybody(http.securityMatcher("/items", "/items/**"), GUIDES, FORM_CONTENT);
    }

    /**
     * The register of papers and the applicant's page. There is no session, so nothing that a foreign page could ride on: a
     * question brings all that it needs, and the page that answers it writes nothing.
     */
    @Bean
    @Order(5)
    SecurityFilterChain register(HttpSecurity http, VerificationSettings settings, Clock clock) throws Exception {
        http.securityMatcher("/verify", "/verify/**", "/progress", "/progress/**")
                .addFilterBefore(new QuestionLimit(settings, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/verify", "/verify/*", "/progress")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/verify/*", "/progress", "/progress/documents/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
        return withoutSession(http, STRICT_CONTENT);
    }

    @Bean
    @Order(6)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return forEverybody(http, PUBLIC, CONTENT);
    }

    private static SecurityFilterChain forEverybody(HttpSecurity http, String[] paths, String content)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, paths)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, paths)
                .permitAll()
                .anyRequest()
                .denyAll());
        return withoutSession(http, content);
    }

    private static SecurityFilterChain withoutSession(HttpSecurity http, String content) throws Exception {
        return http.exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, denied) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(content)))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
