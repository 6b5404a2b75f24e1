package org.onewindow.workflow;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps that the engine has given up (故障), and their new start. */
@Service
public class FailedJobs {

    private static final int TRIES = 3;
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff].*");

    private static final String SELECT = """
            select j.id_, i.incident_timestamp_, e.business_key_, f.item_name, p.id_ as definition, p.name_,
                coalesce(j.failed_act_id_, d.act_id_) as activity, j.exception_msg_, t.bytes_ as trace
            from act_ru_incident i join act_ru_job j on j.id_ = i.configuration_
                left join act_ru_execution e on e.id_ = j.process_instance_id_
                left join act_re_procdef p on p.id_ = j.process_def_id_
                left join act_ru_jobdef d on d.id_ = j.job_def_id_
                left join act_ge_bytearray t on t.id_ = j.exception_stack_id_
                left join case_file f on f.case_number = e.business_key_
            where i.incident_type_ = 'failedJob' and i.cause_incident_id_ = i.id_\s""";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final IdentityService identity;
    private final ModelNames names;

    FailedJobs(JdbcClient jdbc, ManagementService management, IdentityService identity, ModelNames names) {
        this.jdbc = jdbc;
        this.management = management;
        this.identity = identity;
        this.names = names;
    }

    /**
     * A step that was given up.
     *
     * @param caseNumber empty for what belongs to no case
     * @param item the name of the case's item, or else of the process
     * @param reason what a rule said, in Chinese; empty for a technical fault
     */
    public record Failed(
            String job,
            Optional<CaseNumber> caseNumber,
            String item,
            String step,
            LocalDateTime since,
            FailureCause cause,
            Optional<String> reason) {}

    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("""
                        select count(*) from act_ru_incident
                        where incident_type_ = 'failedJob' and cause_incident_id_ = id_""").query(Integer.class).single();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Failed> latest(int most) {
        return jdbc.sql(SELECT + "order by i.incident_timestamp_ desc limit ?")
                .param(most)
                .query((row, n) -> failed(row))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Failed> of(CaseNumber caseNumber) {
        return jdbc.sql(SELECT + "and e.business_key_ = ? order by i.incident_timestamp_")
                .param(caseNumber.value())
                .query((row, n) -> failed(row))
                .list();
    }

    private Failed failed(ResultSet row) throws SQLException {
        var trace = row.getBytes("trace");
        var cause = FailureCause.of(trace == null ? "" : new String(trace, StandardCharsets.UTF_8));
        return new Failed(
                row.getString("id_"),
                Optional.ofNullable(row.getString("business_key_")).flatMap(CaseNumber::parse),
                Optional.ofNullable(row.getString("item_name")).orElse(row.getString("name_")),
                names.of(row.getString("definition"), row.getString("activity")),
                row.getTimestamp("incident_timestamp_").toLocalDateTime(),
                cause,
                Optional.ofNullable(row.getString("exception_msg_"))
                        .filter(text -> cause == FailureCause.RULE)
                        .flatMap(FailedJobs::chinese));
    }

    private static Optional<String> chinese(String message) {
        var found = CHINESE.matcher(message.lines().findFirst().orElse(""));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /**
     * Lets the engine try again, in the administrator's name: the engine checks the right and writes it into its log.
     *
     * @throws RefusedInput if the step is not given up any more
     */
    public void retry(String job, Account administrator) {
        if (management.createJobQuery().jobId(job).noRetriesLeft().count() == 0) {
            throw new RefusedInput("这项故障已经处理或者正在重试，请刷新页面");
        }
        identity.setAuthentication(administrator.id(), List.copyOf(administrator.groups()));
        try {
            management.setJobRetries(job, TRIES);
        } finally {
            identity.clearAuthentication();
        }
    }
}
