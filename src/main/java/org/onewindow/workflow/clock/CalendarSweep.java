package org.onewindow.workflow.clock;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.onewindow.calendar.OfficeCalendar;
import org.onewindow.deadline.CalendarLoading;
import org.onewindow.deadline.CalendarSteps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads tasks and timers after a change of the calendar, case by case and beside the hall's work. Whichever node finds the
 * change unfinished goes on with it, be it after a crash of another; each case is done whole or not at all.
 */
@Component
class CalendarSweep implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarSweep.class);

    /** Seconds between two looks for what another node left unfinished. */
    private static final int LOOK_AGAIN = 5;
    /** Until then every node goes by the new calendar. */
    private static final long ALL_KNOW = 2 * OfficeCalendar.LAG.toMillis();
    /** Milliseconds; no step of a case takes that long, a backup may. */
    private static final long LONGEST_STEP = 60_000;

    private static final long SHORT_WHILE = 100;
    private static final int MOST_TRIES = 5;

    private final CalendarSteps steps;
    private final EngineFollowsCalendar follower;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final int cases;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var created = new Thread(task, "calendar-sweep");
        created.setDaemon(true);
        return created;
    });

    private volatile boolean isStopping;

    CalendarSweep(
            CalendarSteps steps,
            EngineFollowsCalendar follower,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            @Value("${onewindow.calendar.cases-at-once:500}") int cases) {
        this.steps = steps;
        this.follower = follower;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** Only once the models are deployed. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_AGAIN, TimeUnit.SECONDS);
    }

    @TransactionalEventListener
    void begin(CalendarLoading.Loaded loaded) {
        LOG.info("calendar change {} is in force", loaded.change());
        thread.execute(this::look);
    }

    /** Lets the cases at hand be done. */
    @Override
    public void destroy() throws InterruptedException {
        isStopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
            LOG.warn("a calendar change goes on after the next start");
        }
    }

    private void look() {
        try {
            if (steps.unfinished().isPresent()) {
                waitUntilAllKnow();
                sweep();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // The next look tries again; what was done stays done.
            if (!isStopping) {
                LOG.error("a calendar change cannot go on", failed);
            }
        }
    }

    /** What was begun under the old calendar must be written before, or it would stay as it is. */
    private void waitUntilAllKnow() throws InterruptedException {
        pause(ALL_KNOW);
        var now = jdbc.sql("select clock_timestamp()::text").query(String.class).single();
        for (long waited = 0; isAnyOlderThan(now) && !isStopping; waited += SHORT_WHILE) {
            if (waited > LONGEST_STEP) {
                LOG.warn("a transaction has been open for a minute; the calendar change goes on without it");
                return;
            }
            pause(SHORT_WHILE);
        }
    }

    private void pause(long milliseconds) throws InterruptedException {
        for (long waited = 0; waited < milliseconds && !isStopping; waited += SHORT_WHILE) {
            Thread.sleep(SHORT_WHILE);
        }
    }

    private boolean isAnyOlderThan(String time) {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity where datname = current_database()
                            and usename = current_user and pid <> pg_backend_pid() and xact_start < ?::timestamptz)""").param(time).query(Boolean.class).single();
    }

    private void sweep() {
        int size = cases;
        int tries = 0;
        boolean more = true;
        while (more && !isStopping) {
            try {
                more = step(size);
                tries = 0;
            } catch (ConcurrencyFailureException crossed) {
                if (++tries > MOST_TRIES) {
                    throw crossed;
                }
            } catch (DataAccessException | TransactionException database) {
                throw database;
            } catch (RuntimeException refused) {
                // One case that cannot follow must not hold up the others: it is sought out and left aside, on record.
                if (size == 1) {
                    LOG.error("a case cannot follow the calendar", refused);
                    transaction.executeWithoutResult(status -> steps.skip());
                }
                size = size == 1 ? cases : 1;
            }
        }
    }

    private boolean step(int size) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var step = steps.next(size);
            step.ifPresent(found -> follower.follow(found.moved()));
            step.filter(CalendarSteps.Step::isLast)
                    .ifPresent(last -> LOG.info("calendar change {} has reached the last open case", last.change()));
            return step.isPresent() && !step.get().isLast();
        }));
    }
}
