package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The waits of cases from before an update are those that would have been written down. */
@HallTest
class WaitCompletionTest {

    @Autowired
    private Hall hall;

    @Autowired
    private WaitCompletion completion;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatWasDoneBeforeTheUpdateIsCountedAlike() {
        hall.openOn(Hall.MONDAY);
        jdbc.sql("delete from step_wait").update();
        jdbc.sql("delete from step_wait_count").update();
        var way = new PermitWay(hall);
        var permit = way.accepted();
        hall.at("2026-03-04T10:00");
        way.handles(permit);
        hall.at("2026-03-12T10:00");
        way.checks(permit);
        way.reviews(permit, "agree");
        way.decides(permit, "grant");
        hall.at("2026-03-17T10:00");
        way.makesCertificate(permit);
        way.receivesResult(permit);
        way.issues(permit);
        var written = rows("step_wait", "1");
        assertThat(written).isNotEmpty();
        jdbc.sql("delete from step_wait").update();
        completion.count(List.of(permit.number().value()), Long.MAX_VALUE);
        assertThat(rows("step_wait", "1")).isEqualTo(written);
        completion.complete();
        assertThat(completion.complete()).as("once is enough").isZero();
    }

    private List<String> rows(String table, String waits) {
        return jdbc.sql("select activity || ' ' || days || ' ' || sum(" + waits + ") from " + table
                        + " where definition like 'item\\_public-health-permit:%' or definition like 'stage\\_%'"
                        + " group by activity, days order by 1")
                .query(String.class)
                .list();
    }
}
