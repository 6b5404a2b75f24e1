package org.onewindow.database;

import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;

/**
 * Has the process engine built after Flyway has run: it looks for its tables at once.
 *
 * <p>The bean is named rather than typed, because only the module {@code workflow} knows Camunda's classes.
 */
class EngineAfterMigration implements DependsOnDatabaseInitializationDetector {

    private static final String ENGINE = "processEngineFactoryBean";

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beans) {
        return beans.containsBeanDefinition(ENGINE) ? Set.of(ENGINE) : Set.of();
    }
}
