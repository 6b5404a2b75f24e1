package org.onewindow.workflow.setup;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntryBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.task.Task;
import org.onewindow.workflow.ParsedFeel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Takes out of the engine what a step of a case costs and nobody reads, see docs/decisions/0013. */
@Component
class LeanEngine extends AbstractProcessEnginePlugin {

    private final Map<String, Long> definitionsRead = KnownDefinitions.none();
    private final PlatformTransactionManager transactions;
    private final JdbcClient jdbc;
    private final boolean keepsActivities;

    LeanEngine(
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            @Value("${onewindow.engine.keeps-activities:false}") boolean keepsActivities) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.keepsActivities = keepsActivities;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(new CaseFileHistory(keepsActivities)));
        configuration.setHistoryEventProducer(new OfKnownDefinitions());
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(ParsedFeel::new);
        configuration.setDmnEngineConfiguration(decisions);
        configuration.setResourceAuthorizationProvider(new NoGrantsByTask());
        configuration.setTransactionContextFactory(LoneQueries.contexts(transactions));
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new StaffChecks()));
        configuration.setCustomSessionFactories(List.of(
                sessions(AuthorizationManager.class, StaffGrants::new),
                sessions(TaskManager.class, NoSubtasks::new),
                sessions(ExecutionManager.class, WholeInstances::new),
                sessions(VariableInstanceManager.class, WholeInstanceVariables::new),
                sessions(HistoricProcessInstanceManager.class, () -> new FinishedInstances(jdbc)),
                sessions(ProcessDefinitionManager.class, () -> new KnownDefinitions(definitionsRead)),
                sessions(UserOperationLogManager.class, OutsideTheCaseFile::new)));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        LoneQueries.of(configuration, transactions);
        QueryProperties.remember();
    }

    private static SessionFactory sessions(Class<?> type, Supplier<Session> opened) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return type;
            }

            @Override
            public Session openSession() {
                return opened.get();
            }
        };
    }

    /** The engine would read the row of the model for each thing that it writes down. */
    private static final class OfKnownDefinitions extends CacheAwareHistoryEventProducer {
        @Override
        protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
            var context = Context.getCommandContext();
            return id == null || context == null
                    ? null
                    : context.getProcessDefinitionManager().findLatestProcessDefinitionById(id);
        }
    }

    /** Whose a task is, the task itself says: {@link StaffGrants}. */
    private static final class NoGrantsByTask extends DefaultAuthorizationProvider {
        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
            return null;
        }

        @Override
        public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
            return null;
        }
    }

    /**
     * The log of what users did, without the steps of cases: each is in the case file with its outcome. Who took a task or
     * gave it back is written without reading the process for it.
     */
    private static final class OutsideTheCaseFile extends UserOperationLogManager {
        @Override
        public void logTaskOperations(String operation, TaskEntity task, List<PropertyChange> changes) {
            if (!operation.equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE) && isUserOperationLogEnabled()) {
                var definition = task.getProcessDefinition();
                var log = new UserOperationLogContext();
                log.addEntry(UserOperationLogContextEntryBuilder.entry(operation, EntityTypes.TASK)
                        .category(UserOperationLogEntry.CATEGORY_TASK_WORKER)
                        .propertyChanges(changes)
                        .taskId(task.getId())
                        .processInstanceId(task.getProcessInstanceId())
                        .processDefinitionId(task.getProcessDefinitionId())
                        .processDefinitionKey(definition == null ? null : definition.getKey())
                        .create());
                fireUserOperationLog(log);
            }
        }
    }
}
