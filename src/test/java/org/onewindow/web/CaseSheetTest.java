package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.casefile.CaseSearch.Scope;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a case asks the database. */
@HallTest
class CaseSheetTest {

    private static final Scope EVERYTHING = new Scope(true, Set.of(), Set.of());

    @Autowired
    private Hall hall;

    @Autowired
    private CaseSheet sheet;

    @Autowired
    private Attachments attachments;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void aLongCaseTakesNoMoreStatementsThanAShortOne() {
        var accepted = way.accepted();
        var ready = way.readyForIssuance();
        for (var material : ready.materials()) {
            attachments.add(
                    ready.number(),
                    Optional.of(material.code()),
                    List.of(Samples.upload(material.code() + ".pdf", Samples.pdf(material.code()))),
                    Optional.of("zhangmin"));
        }
        var few = statements(accepted);
        assertThat(statements(ready)).as("the case at its end").hasSizeLessThanOrEqualTo(few.size());
        assertThat(few).as("the page").hasSizeLessThanOrEqualTo(16);
    }

    /** The second time: models and items are known by then. */
    private List<String> statements(ReceivedCase received) {
        sheet.of(received.file(), EVERYTHING);
        var file = received.file();
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        var loggers = Stream.of(
                        "org.springframework.jdbc.core.JdbcTemplate", "org.camunda.bpm.engine.impl.persistence.entity")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(said);
        });
        try {
            sheet.of(file, EVERYTHING);
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(said);
                logger.setAdditive(true);
                logger.setLevel(null);
            });
        }
        return said.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message ->
                        !message.matches("(?s).*(published_item|calendar_change).*")) // looked at by the clock
                .filter(message ->
                        message.startsWith("Executing prepared SQL statement") || message.contains("Preparing:"))
                .toList();
    }
}
