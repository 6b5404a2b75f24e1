package org.onewindow.deadline;

import java.util.Map;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.SimpleTransactionScope;

@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    @Bean
    static CustomScopeConfigurer transactionScope() {
        var configurer = new CustomScopeConfigurer();
        configurer.setScopes(Map.of(OpenBooks.TRANSACTION, new SimpleTransactionScope()));
        return configurer;
    }
}
