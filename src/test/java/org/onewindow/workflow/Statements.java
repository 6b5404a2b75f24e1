package org.onewindow.workflow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** What is said to the database, by our own code and by the engine. */
public final class Statements {

    private Statements() {}

    /** The statements of something that is done, without those that look now and then whether something has changed. */
    public static List<String> of(Runnable action) {
        return said(
                        action,
                        "org.springframework.jdbc.core.JdbcTemplate",
                        "org.camunda.bpm.engine.impl.persistence.entity")
                .filter(message ->
                        !message.matches("(?s).*(published_item|calendar_change|from ACT_RE_PROCDEF where ID_ =).*"))
                .filter(message ->
                        message.startsWith("Executing prepared SQL statement") || message.contains("Preparing:"))
                .toList();
    }

    /** The transactions that are opened for it. */
    static List<String> transactionsOf(Runnable action) {
        return said(action, "org.springframework.jdbc.support.JdbcTransactionManager")
                .filter(message -> message.startsWith("Creating new transaction"))
                .toList();
    }

    /** What this thread logs meanwhile: asked for its thread later, an event names the one that asks. */
    private static Stream<String> said(Runnable action, String... names) {
        var thread = Thread.currentThread();
        var said = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == thread) {
                    super.append(event);
                }
            }
        };
        said.start();
        var loggers = Stream.of(names)
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(said);
        });
        try {
            action.run();
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(said);
                logger.setAdditive(true);
                logger.setLevel(null);
            });
        }
        return said.list.stream().map(ILoggingEvent::getFormattedMessage);
    }
}
