package org.onewindow.workflow.check;

import java.util.List;
import org.onewindow.workflow.check.Finding.Kind;

/** Whatever the engine could not do by itself is an incident that an administrator sees and can retry. */
final class JobRules {

    private static final String CASE_OF_JOB =
            "coalesce((select e.business_key_ from act_ru_execution e where e.id_ = j.process_instance_id_), '作业 ' || j.id_)";
    private static final String PLACE =
            "coalesce((select d.act_id_ from act_ru_jobdef d where d.id_ = j.job_def_id_), j.type_)";

    static final List<Rule> ALL = List.of(
            Rule.agreement(
                    "select " + CASE_OF_JOB + ", '“' || " + PLACE + " || '”处的作业 ' || j.id_ || ' 已不再重试，却没有登记为事件'"
                            + " from act_ru_job j where j.retries_ = 0 and not exists (select from act_ru_incident i"
                            + " where i.configuration_ = j.id_)",
                    "在 Cockpit 中把该作业的重试次数设为 1。"),
            Rule.agreement("""
                            select coalesce((select e.business_key_ from act_ru_execution e where e.id_ = i.proc_inst_id_),
                                '事件 ' || i.id_), '“' || coalesce(i.activity_id_, '无') || '”处的事件 ' || i.id_ || ' 没有停下来的作业'
                            from act_ru_incident i where i.incident_type_ = 'failedJob' and i.cause_incident_id_ = i.id_
                                and not exists (select from act_ru_job j where j.id_ = i.configuration_ and j.retries_ = 0)""", "由管理员在 Cockpit 中了结该事件。"),
            new Rule(
                    Kind.STUCK,
                    "select " + CASE_OF_JOB + ", '“' || " + PLACE + " || '”处的作业 ' || j.id_ || ' 多次失败，已停止：'"
                            + " || coalesce(j.exception_msg_, '没有说明') from act_ru_job j where j.retries_ = 0",
                    "排除原因后，在 Cockpit 的事件（Incidents）中点“重试”。"),
            new Rule(
                    Kind.STUCK,
                    "select " + CASE_OF_JOB + ", '“' || " + PLACE + " || '”处的作业 ' || j.id_ || ' 自 '"
                            + " || to_char(j.duedate_, 'YYYY-MM-DD HH24:MI') || ' 到期，至今没有执行' from act_ru_job j"
                            + " where j.retries_ > 0 and j.suspension_state_ = 1"
                            + " and j.duedate_ < cast(:now as timestamp) - interval '10 minutes'"
                            // The nightly clean-up waits for nobody.
                            + " and j.handler_type_ <> 'history-cleanup'",
                    "检查应用是否在运行、负载是否过高；作业会自动执行。"),
            new Rule(
                    Kind.STUCK,
                    "select '日历变更 ' || id, year || ' 年的安排正在生效，已到办件 ' || last_case || '；任务和计时器的日期这次不核对'"
                            + " from calendar_change where finished_at is null",
                    "等 finishedAt 出现后再核对一次。"));

    private JobRules() {}
}
