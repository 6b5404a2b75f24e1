package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine remembers of a finished case goes after 190 days; its file stays. */
@HallTest
class ForgettingTest {

    @Autowired
    private Hall hall;

    @Autowired
    private CaseFiles files;

    @Test
    void theEngineForgetsAFinishedCaseWithItsStagesAfterAHundredAndNinetyDays() {
        hall.openOn(Hall.MONDAY);
        var way = new PermitWay(hall);
        var finished = way.readyForIssuance();
        way.issues(finished);
        hall.openOn("2026-09-07T09:00"); // 189 days later
        cleanUp();
        assertThat(remembered(finished)).isGreaterThan(1);
        var open = way.accepted();
        hall.at("2026-09-08T09:01");
        cleanUp();
        assertThat(remembered(finished)).isZero();
        assertThat(remembered(open)).isPositive();
        assertThat(files.find(finished.number())).isPresent();
    }

    private long remembered(ReceivedCase received) {
        return hall.engine()
                .getHistoryService()
                .createNativeHistoricProcessInstanceQuery()
                .sql("select * from act_hi_procinst where root_proc_inst_id_ = #{root}")
                .parameter("root", received.item().getId())
                .list()
                .size();
    }

    /** Until nothing is due: others have finished cases too. */
    private void cleanUp() {
        var history = hall.engine().getHistoryService();
        var due = history.createHistoricProcessInstanceQuery()
                .finishedBefore(Date.from(ClockUtil.getCurrentTime().toInstant().minus(190, ChronoUnit.DAYS)));
        do {
            hall.engine()
                    .getManagementService()
                    .executeJob(history.cleanUpHistoryAsync(true).getId());
        } while (due.count() > 0);
    }
}
