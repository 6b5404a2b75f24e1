package org.onewindow.workflow;

import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of the staff, for the pages beside Tasklist. */
@Service
@Transactional(readOnly = true)
public class StaffTasks {

    private final JdbcClient jdbc;

    StaffTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty for a task that is done, or belongs to no case */
    public Optional<CaseNumber> caseOf(String task) {
        return jdbc.sql("""
                        select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where t.id_ = ? and e.business_key_ is not null""")
                .param(task)
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .optional();
    }
}
