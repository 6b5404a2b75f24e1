package org.onewindow.workflow.setup;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionContextFactory;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.spring.SpringTransactionContext;
import org.camunda.bpm.engine.spring.SpringTransactionInterceptor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A query joins the transaction that it is asked in, but opens none of its own: it only reads, and the commit would be another
 * message to the database for each list that a clerk looks at.
 */
final class LoneQueries extends CommandInterceptor {

    private final CommandInterceptor transactions;
    private final CommandInterceptor joined;

    private LoneQueries(CommandInterceptor transactions, CommandInterceptor joined) {
        this.transactions = transactions;
        this.joined = joined;
    }

    /**
     * To be told to the engine before it builds its own. A command that fails marks its transaction to be rolled back, and the
     * engine would open one for that, which nobody ends: the thread's later writes would be lost in it.
     */
    static TransactionContextFactory contexts(PlatformTransactionManager manager) {
        return command -> new SpringTransactionContext(manager, command) {
            @Override
            public void rollback() {
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    super.rollback();
                }
            }
        };
    }

    /** To be called once the engine has its chain of interceptors. */
    static void of(ProcessEngineConfigurationImpl engine, PlatformTransactionManager manager) {
        var chain = engine.getCommandInterceptorsTxRequired();
        for (int i = 1; i < chain.size(); i++) {
            if (chain.get(i) instanceof SpringTransactionInterceptor transactions) {
                var joined =
                        new SpringTransactionInterceptor(manager, TransactionDefinition.PROPAGATION_SUPPORTS, engine);
                joined.setNext(transactions.getNext());
                chain.get(i - 1).setNext(new LoneQueries(transactions, joined));
                return;
            }
        }
        throw new IllegalStateException("the engine has no transactions");
    }

    @Override
    public <T> T execute(Command<T> command) {
        return (command instanceof Query ? joined : transactions).execute(command);
    }
}
