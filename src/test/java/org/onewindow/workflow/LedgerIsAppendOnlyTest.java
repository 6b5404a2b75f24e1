package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock ledger (时限账本): what happened, happened. The database itself refuses any other opinion. */
@HallTest
class LedgerIsAppendOnlyTest {

    @Autowired
    private Hall hall;

    @Autowired
    private Tables tables;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update clock_event set on_date = on_date + 1",
                "update clock_event set recorded_by = 'nobody' where false",
                "delete from clock_event",
                "truncate clock_event",
                "update case_clock set promised_days = 99",
                "delete from case_clock",
                "truncate case_clock cascade",
                "truncate case_file cascade",
                "insert into case_clock select * from case_clock on conflict (case_number) do update set promised_days = 99"
            })
    void theDatabaseRefuses(String change) {
        var permit = new PermitWay(hall).accepted();
        var before = tables.contents();
        assertThat(before.get("clock_event"))
                .anyMatch(row -> row.contains(permit.number().value()));
        assertThatThrownBy(() -> database.sql(change).update()).rootCause().hasMessageContaining("append-only");
        assertThat(tables.contents()).isEqualTo(before);
    }
}
