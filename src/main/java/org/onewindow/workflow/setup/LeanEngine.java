package org.onewindow.workflow.setup;

import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.onewindow.workflow.ParsedFeel;
import org.springframework.stereotype.Component;

/** Takes out of the engine what a step of a case costs and nobody reads, see docs/decisions/0013. */
@Component
class LeanEngine extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(new CaseFileHistory()));
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(ParsedFeel::new);
        configuration.setDmnEngineConfiguration(decisions);
        configuration.setCustomSessionFactories(List.of(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new AllGroups();
            }
        }));
    }

    /**
     * The engine asks in every command which groups have any authorization at all, with a scan of all authorizations, each
     * open task's among them, in order to leave the others out of its checks. Checking for all groups of the user comes to
     * the same.
     */
    private static final class AllGroups extends AuthorizationManager {
        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? List.of() : groups;
        }
    }
}
