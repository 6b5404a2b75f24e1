package org.onewindow.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.deadline.ClockLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine will do next with a case, and when (下一步). */
@Service
@Transactional(readOnly = true)
public class CaseOutlook {

    /** Timers that wait for an entry of the ledger are set to the end of days. */
    private static final int NEVER = 9000;

    private final JdbcClient jdbc;
    private final ModelNames names;
    private final ClockLedger ledger;

    CaseOutlook(JdbcClient jdbc, ModelNames names, ClockLedger ledger) {
        this.jdbc = jdbc;
        this.names = names;
        this.ledger = ledger;
    }

    /** A task that waits for somebody; {@code groups} are ids. */
    public record Task(
            String id,
            String name,
            Optional<String> person,
            List<String> groups,
            LocalDateTime since,
            Optional<LocalDateTime> due) {}

    /**
     * What happens by itself.
     *
     * @param at empty for what happens at once, or when the ledger says so
     * @param then what happens, in words
     * @param isGivenUp whether it will not happen until an administrator retries
     */
    public record Coming(String name, Optional<LocalDateTime> at, String then, boolean isGivenUp) {}

    /** The case that a process instance carries. */
    public Optional<CaseNumber> caseOf(String instance) {
        return jdbc.sql(
                        "select business_key_ from act_hi_procinst where proc_inst_id_ = ? and business_key_ is not null")
                .param(instance)
                .query(String.class)
                .optional()
                .flatMap(CaseNumber::parse);
    }

    public List<Task> tasks(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select t.id_, t.name_, t.assignee_, t.create_time_, t.due_date_, array(
                            select l.group_id_ from act_ru_identitylink l
                            where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) as groups
                        from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                        where e.business_key_ = ? order by t.create_time_, t.id_""")
                .param(caseNumber.value())
                .query((row, n) -> new Task(
                        row.getString("id_"),
                        row.getString("name_"),
                        Optional.ofNullable(row.getString("assignee_")),
                        List.of((String[]) row.getArray("groups").getArray()),
                        row.getTimestamp("create_time_").toLocalDateTime(),
                        Optional.ofNullable(row.getObject("due_date_", LocalDateTime.class))))
                .list();
    }

    /** Timers and steps of the system, the earliest first. */
    public List<Coming> coming(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select j.type_, j.duedate_, j.retries_, j.exception_msg_ is not null as failed, j.process_def_id_,
                            d.act_id_
                        from act_ru_execution e join act_ru_job j on j.process_instance_id_ = e.id_
                            left join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where e.business_key_ = ? order by j.duedate_ nulls first, j.id_""")
                .param(caseNumber.value())
                .query((row, n) -> coming(row, caseNumber))
                .list();
    }

    private Coming coming(ResultSet row, CaseNumber caseNumber) throws SQLException {
        var definition = row.getString("process_def_id_");
        var activity = row.getString("act_id_");
        int retries = row.getInt("retries_");
        var at = Optional.ofNullable(row.getObject("duedate_", LocalDateTime.class))
                .filter(time -> time.getYear() < NEVER);
        boolean isTimer = row.getString("type_").equals("timer");
        var then = isTimer ? timer(definition, activity, caseNumber) : "系统自动办理";
        if (retries == 0) {
            then = "多次没有成功，已经停止，待系统管理员处理";
        } else if (row.getBoolean("failed")) {
            then += "；上次没有成功，将自动重试，还有" + retries + "次";
        } else if (isTimer && row.getObject("duedate_") != null && at.isEmpty()) {
            then += "；现在没有期限在计，待计时后确定时间";
        }
        return new Coming(names.of(definition, activity), at, then, retries == 0);
    }

    private String timer(String definition, String activity, CaseNumber caseNumber) {
        return switch (String.valueOf(activity)) {
            case "event_deadlineNears" -> alarms(caseNumber);
            case "event_noticePeriodLapsed" -> "届时还没有告知申请人的，自收到材料之日起视为受理";
            case "event_correctionLapsed" -> "届时仍未补正的，视为撤回，办件结束";
            default -> {
                var next = names.after(definition, activity);
                yield next.isEmpty() ? "到时继续办理" : "到时转入“" + next + "”";
            }
        };
    }

    private String alarms(CaseNumber caseNumber) {
        var alarms = ledger.today(caseNumber).alarms().stream()
                .map(alarm -> "%s %s（到期日 %s）".formatted(alarm.on(), alarm.kind().label(), alarm.due()))
                .collect(Collectors.joining("；"));
        return "到时提醒并把任务提前，超期的发警示牌" + (alarms.isEmpty() ? "" : "。依次为：" + alarms);
    }
}
