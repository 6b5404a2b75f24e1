package org.onewindow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.casefile.CaseSearch.Scope;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.Statements;
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

    /** The second time: items are known by then. */
    private List<String> statements(ReceivedCase received) {
        sheet.of(received.file(), EVERYTHING);
        var file = received.file();
        return Statements.of(() -> sheet.of(file, EVERYTHING));
    }
}
