package org.onewindow.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Does what waits in a table (后台办理): right after the step that asks for it, and from time to time what another node left. */
public abstract class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Duration pause;
    private final boolean works;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private ScheduledExecutorService thread;

    /**
     * @param name of its thread
     * @param pause between two looks for what nobody asked for here
     * @param works whether this node does it at all
     */
    protected Worker(String name, Duration pause, boolean works) {
        this.name = name;
        this.pause = pause;
        this.works = works;
    }

    /** Does all that is due. */
    protected abstract void work();

    /** Looks at once, unless it is about to. */
    protected final synchronized void ask() {
        if (isRunning() && isAsked.compareAndSet(false, true)) {
            thread.execute(this::look);
        }
    }

    private void look() {
        isAsked.set(false);
        try {
            work();
        } catch (DataAccessException | TransactionException fault) {
            LOG.warn("{} wait for the database: {}", name, fault.getMessage());
        } catch (RuntimeException fault) {
            // The next look tries again; thrown on, it would be the last.
            LOG.error("{} wait; what went wrong is tried again", name, fault);
        }
    }

    @Override
    public final synchronized void start() {
        if (works) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
            thread.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public final synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return thread != null;
    }
}
