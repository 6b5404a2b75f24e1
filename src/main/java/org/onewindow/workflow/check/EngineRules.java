package org.onewindow.workflow.check;

import java.util.List;
import org.onewindow.workflow.clock.Measures;

/** The engine carries every open case, and no other: one process instance of the item, which waits somewhere. */
final class EngineRules {

    private static final String RESTORE = "这是程序之外的改动或者程序缺陷所致：停止办理该件，保留现场，与最近的备份核对后由管理员修复。";

    private static final String ITEM_INSTANCES = """
            select e.id_, e.business_key_, d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.parent_id_ is null and e.super_exec_ is null and d.key_ like 'item\\_%'""";

    static final List<Rule> ALL = List.of(
            Rule.agreement("""
                            select f.case_number, case count(i.id_) when 0 then '办件未办结，流程引擎里却没有它的流程实例'
                                else '办件有 ' || count(i.id_) || ' 个流程实例' end
                            from case_file f left join (%s) i on i.business_key_ = f.case_number
                            where f.closed_at is null group by f.case_number having count(i.id_) <> 1""".formatted(ITEM_INSTANCES), RESTORE),
            Rule.agreement("""
                            select coalesce(i.business_key_, '流程实例 ' || i.id_), case
                                when f.case_number is null then '流程实例 ' || i.id_ || ' 没有对应的办件'
                                when f.closed_at is not null then '办件已办结，流程实例 ' || i.id_ || ' 却没有结束'
                                else '办件的事项是 ' || f.item_code || '，流程实例却属于 ' || i.key_ end
                            from (%s) i left join case_file f on f.case_number = i.business_key_
                            where f.closed_at is not null or i.key_ is distinct from 'item_' || f.item_code""".formatted(ITEM_INSTANCES), RESTORE),
            Rule.agreement("""
                            select coalesce(e.business_key_, '流程实例 ' || e.id_), '“' || d.name_ || '”在进行，办件却'
                                || case when f.case_number is null then '不存在' else '已办结' end
                            from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                                left join case_file f on f.case_number = e.business_key_
                            where e.parent_id_ is null and e.super_exec_ is null and d.key_ not like 'item\\_%%'
                                and (f.case_number is null or f.closed_at is not null and d.key_ <> '%s')""".formatted(Measures.OVERRUN), "在 Cockpit 中核实后结束该流程实例。"),
            // A token that waits for its sisters at a join has neither a task nor a job.
            Rule.agreement("""
                            select coalesce(r.business_key_, '流程实例 ' || r.id_), '流程停在“' || coalesce(e.act_id_, '无') || '”，既没有任务也没有作业'
                            from act_ru_execution e join act_ru_execution i on i.id_ = e.proc_inst_id_
                                join act_ru_execution r on r.id_ = i.root_proc_inst_id_
                            where not exists (select from act_ru_execution c where c.parent_id_ = e.id_)
                                and not exists (select from act_ru_execution c where c.super_exec_ = e.id_)
                                and not exists (select from act_ru_task t where t.execution_id_ = e.id_)
                                and not exists (select from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                                    where j.execution_id_ = e.id_ and d.act_id_ = e.act_id_)
                                and not exists (select from act_ru_event_subscr s
                                    where s.execution_id_ = e.id_ and s.activity_id_ = e.act_id_)
                                and (e.is_active_ or not e.is_concurrent_)""", "在 Cockpit 中用“修改流程实例”让它重新进入这一环节。"),
            Rule.agreement("""
                            select coalesce(h.business_key_, '流程实例 ' || h.id_), '流程历史记为进行中的实例 ' || h.id_ || ' 已不存在'
                            from act_hi_procinst h
                            where h.end_time_ is null and not exists (select from act_ru_execution e where e.id_ = h.id_)""", RESTORE),
            Rule.agreement("""
                            select coalesce(e.business_key_, '流程实例 ' || e.id_), '进行中的流程实例 ' || e.id_ || ' 在流程历史里没有，或者已结束'
                            from act_ru_execution e where e.id_ = e.proc_inst_id_ and not exists (
                                select from act_hi_procinst h where h.id_ = e.id_ and h.end_time_ is null)""", RESTORE),
            Rule.agreement("""
                            select '作业 ' || j.id_, '所属的流程实例 ' || j.process_instance_id_ || ' 已不存在' from act_ru_job j
                            where j.process_instance_id_ is not null
                                and not exists (select from act_ru_execution e where e.id_ = j.process_instance_id_)""", "由管理员在 Cockpit 中删除该作业。"),
            openOnes("acceptance_return", "acceptance_return_answer", Measures.ACCEPTANCE_RETURN, "退回综窗"),
            openOnes("consultation", "consultation_answer", Measures.CONSULTATION, "会办"),
            Rule.agreement("""
                            select coalesce(x.case_number, e.business_key_), case when x.case_number is null
                                then '“延期审批”在进行，却没有待批的延期申请' else '有待批的延期申请，却没有“延期审批”在进行' end
                            from (select case_number from extension_request where decided_at is null) x
                                full join (select i.business_key_ from act_ru_execution i
                                    join act_re_procdef d on d.id_ = i.proc_def_id_
                                    where i.parent_id_ is null and d.key_ = '%s') e on e.business_key_ = x.case_number
                            where x.case_number is null or e.business_key_ is null""".formatted(Measures.EXTENSION), RESTORE));

    private EngineRules() {}

    /** Each that waits for an answer is carried by an instance of its process. */
    private static Rule openOnes(String table, String answers, String process, String name) {
        return Rule.agreement("""
                        select coalesce(x.case_number, e.business_key_), '未答复的“%4$s”有 ' || coalesce(x.number, 0)
                            || ' 项，进行中的流程却有 ' || coalesce(e.number, 0) || ' 个'
                        from (select r.case_number, count(*) as number from %1$s r
                                where not exists (select from %2$s a where a.%1$s = r.id) group by 1) x
                            full join (select i.business_key_, count(*) as number from act_ru_execution i
                                join act_re_procdef d on d.id_ = i.proc_def_id_
                                where i.parent_id_ is null and d.key_ = '%3$s' group by 1) e
                            on e.business_key_ = x.case_number
                        where x.number is distinct from e.number""".formatted(table, answers, process, name), RESTORE);
    }
}
