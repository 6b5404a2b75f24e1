package org.onewindow.casefile;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.onewindow.catalog.Catalog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what every step writes: the new state, the step, the milestone. */
@Component
public class CaseRecord {

    private final JdbcClient jdbc;
    private final CaseFiles files;
    private final Clock clock;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    CaseRecord(JdbcClient jdbc, CaseFiles files, Clock clock, Catalog catalog, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
        this.catalog = catalog;
        this.events = events;
    }

    void state(CaseNumber caseNumber, CaseState state) {
        files.update(caseNumber, "state = ?", state.name());
    }

    /** The case is over. */
    public void end(CaseNumber caseNumber, CaseState state) {
        files.update(caseNumber, "state = ?, closed_at = ?", state.name(), Timestamp.from(clock.instant()));
    }

    void step(
            CaseNumber caseNumber, String step, String name, TakenBy taken, String outcome, Optional<String> opinion) {
        insert(caseNumber, step, name, taken, outcome, opinion, false);
    }

    /** @return false if it was not written because a return waits for the window */
    boolean stepUnlessReturned(
            CaseNumber caseNumber, String step, String name, TakenBy taken, String outcome, Optional<String> opinion) {
        return insert(caseNumber, step, name, taken, outcome, opinion, true);
    }

    private boolean insert(
            CaseNumber caseNumber,
            String step,
            String name,
            TakenBy taken,
            String outcome,
            Optional<String> opinion,
            boolean waitsForReturn) {
        int written = jdbc.sql("""
                        insert into case_step (case_number, step, name, actor, on_behalf_of, outcome, opinion, at)
                        select ?, ?, ?, ?, ?, ?, ?, ? where not (? and exists (select\s""" + AcceptanceReturns.OPEN + "))")
                .params(
                        caseNumber.value(),
                        step,
                        name,
                        taken.account(),
                        text(taken.onBehalfOf()),
                        text(Optional.of(outcome).filter(some -> !some.isEmpty())),
                        text(opinion),
                        Timestamp.from(clock.instant()),
                        waitsForReturn,
                        caseNumber.value())
                .update();
        files.forgetSteps(caseNumber);
        return written > 0;
    }

    /** Without a type the driver would have the statement parsed anew whenever another of its values is empty. */
    private static SqlParameterValue text(Optional<String> value) {
        return new SqlParameterValue(Types.VARCHAR, value.orElse(null));
    }

    void milestone(CaseFile file, CaseMilestone.Type type, LocalDate on, String actor) {
        events.publishEvent(new CaseMilestone(
                file.caseNumber(), catalog.require(file.itemCode(), file.publication()), type, on, actor));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
