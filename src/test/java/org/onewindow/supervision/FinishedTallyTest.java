package org.onewindow.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockEvent;
import org.onewindow.deadline.ClockLedger;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is put right afterwards, or completed late, is in the count of its day, whenever that day is counted. */
@HallTest
class FinishedTallyTest {

    @Autowired
    private Hall hall;

    @Autowired
    private FinishedTally tally;

    @Autowired
    private FinishedCompletion completion;

    @Autowired
    private ClockLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private CaseNumber number;

    /** In time only by its extension. */
    @BeforeEach
    void aCaseIsDecided() {
        hall.openOn(Hall.MONDAY);
        var way = new PermitWay(hall);
        var permit = way.accepted();
        number = permit.number();
        ledger.extend(number, 5, "guowei", "情况复杂");
        hall.at("2026-03-13T10:00");
        way.handles(permit);
        way.checks(permit);
        way.reviews(permit, "agree");
        way.decides(permit, "grant");
        hall.at("2026-03-16T09:00");
        jdbc.sql("delete from finished_tally").update();
        jdbc.sql("update finished_tallied set through = '2000-01-01'").update();
    }

    @Test
    void aCorrectionDuringTheCountIsCounted() {
        var counted = transaction.execute(status -> {
            takesBackTheExtension();
            var count = CompletableFuture.runAsync(tally::complete);
            await().until(() -> count.isDone() || waitsForALock());
            return count;
        });
        counted.join();
        assertThat(counts()).isEqualTo(cases()).anyMatch(row -> row.endsWith(" false"));
    }

    @Test
    void aCorrectionAfterTheCountIsCountedTheNextTime() {
        tally.complete();
        assertThat(counts()).isEqualTo(cases());
        takesBackTheExtension();
        tally.complete();
        assertThat(counts()).isEqualTo(cases()).anyMatch(row -> row.endsWith(" false"));
    }

    @Test
    void aCaseThatIsCompletedAfterItsDayWasCountedIsCounted() {
        jdbc.sql("delete from finished_case where case_number = ?")
                .param(number.value())
                .update();
        tally.complete();
        assertThat(completion.complete()).isPositive();
        assertThat(counts()).isEqualTo(cases()).isNotEmpty();
    }

    @Test
    void aDayThatAClockAheadCountedBeforeItWasOverIsCountedAgain() {
        hall.at("2026-03-14T02:10");
        tally.complete();
        hall.at("2026-03-13T16:00");
        var way = new PermitWay(hall);
        way.decides(way.reviewed(), "grant");
        hall.at("2026-03-14T02:10");
        tally.complete();
        assertThat(counts()).isEqualTo(cases());
    }

    private void takesBackTheExtension() {
        var extension = ledger.book(number).entries().stream()
                .filter(entry -> entry.event()
                        .filter(event -> event.type() == ClockEvent.Type.EXTENDED)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        ledger.reverse(number, extension.id(), Optional.empty(), "应为另一办件", "guowei");
    }

    private boolean waitsForALock() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity where datname = current_database()
                            and wait_event_type = 'Lock' and query like '%finished_tallied%')""").query(Boolean.class).single();
    }

    private List<String> counts() {
        return rows("finished_tally", "day", "sum(cases)");
    }

    private List<String> cases() {
        return rows("finished_case", "finished_on", "count(*)");
    }

    private List<String> rows(String table, String day, String cases) {
        return jdbc.sql(
                        "select %2$s || ' ' || %3$s || ' ' || coalesce(on_time::text, '-') from %1$s where %2$s < '2026-03-16'"
                                        .formatted(table, day, cases)
                                + " group by %s, on_time order by 1".formatted(day))
                .query(String.class)
                .list();
    }
}
