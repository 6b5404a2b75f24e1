package org.onewindow.workflow.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.onewindow.casefile.CaseFiles;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

@Configuration
@EnableJdbcHttpSession(cleanupCron = "0 */10 * * * *")
class HttpConfiguration {

    @Bean
    FilterRegistrationBean<EngineApiFilter> engineApiFilter(ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new EngineApiFilter(json));
        filter.addUrlPatterns("/camunda/api/*");
        // After the sessions, which all nodes share, and before all else.
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 10);
        return filter;
    }

    /** Within the engine's own filters' answers, after whoever may not read has been turned away. */
    @Bean
    FilterRegistrationBean<TaskCards> taskCards(JdbcClient jdbc, CaseFiles files, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new TaskCards(jdbc, files, json));
        filter.addUrlPatterns("/camunda/api/*");
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 20);
        return filter;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lifeOfSessions(ServerProperties server) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(
                server.getServlet().getSession().getTimeout());
    }

    @Bean
    @Primary
    QuietSessions<?> quietSessions(JdbcIndexedSessionRepository stored) {
        return new QuietSessions<>(stored);
    }

    /** A session is read and written by single statements; a transaction around each would double the round trips. */
    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    TransactionOperations sessionsWithoutTransactions() {
        return TransactionOperations.withoutTransaction();
    }
}
