package org.onewindow.background;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs the completions at each start, one after the other, until a start finds nothing left of one; from then on that one is never
 * asked again. Not the start that did the work: an older node may have been writing beside it.
 */
@Component
class Completions {

    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);

    private final List<Completion> completions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Completions(List<Completion> completions, JdbcClient jdbc, Clock clock) {
        this.completions = completions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var thread = new Thread(this::run, "completions");
        thread.setDaemon(true);
        thread.start();
    }

    void run() {
        completions.forEach(this::runUnlessDone);
    }

    private void runUnlessDone(Completion completion) {
        try {
            if (!isDone(completion)) {
                int completed = completion.complete();
                if (completed == 0) {
                    done(completion);
                } else {
                    LOG.info("{}: {} cases are complete now", completion.name(), completed);
                }
            }
        } catch (RuntimeException failed) {
            // The next start goes on; what was done stays done.
            LOG.warn("{} is not complete", completion.name(), failed);
        }
    }

    private boolean isDone(Completion completion) {
        return jdbc.sql("select exists (select from completion where name = ?)")
                .param(completion.name())
                .query(Boolean.class)
                .single();
    }

    private void done(Completion completion) {
        jdbc.sql("insert into completion (name, done_at) values (?, ?) on conflict do nothing")
                .params(completion.name(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
