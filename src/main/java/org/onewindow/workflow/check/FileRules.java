package org.onewindow.workflow.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.casefile.CaseState;

/** The case file agrees with itself: state, decision, delivery, corrections, steps; and every number is there once. */
final class FileRules {

    private static final String RESTORE = "这是程序之外的改动或者程序缺陷所致：保留现场，与最近的备份和纸质档案核对后由管理员修复。";

    static final List<Rule> ALL = List.of(
            Rule.agreement("""
                            select case_number, '状态是“' || state || '”，'
                                || case when closed_at is null then '却没有办结时间' else '却已有办结时间' end
                            from case_file where (closed_at is null) <> (state in (%s))""".formatted(openStates()), RESTORE),
            Rule.agreement("""
                            select f.case_number, '状态是“' || f.state || '”，时限账本却已记受理' from case_file f
                            where f.state in ('RECEIVED', 'CORRECTION', 'RESUBMITTED') and exists (select from clock_event e
                                where e.case_number = f.case_number and e.type in ('accepted', 'deemedAccepted')
                                    and not exists (select from clock_event r where r.reverses = e.id))""", RESTORE),
            Rule.agreement("""
                            select f.case_number, '没有时限账本' from case_file f
                            where not exists (select from case_clock c where c.case_number = f.case_number)""", RESTORE),
            Rule.agreement("""
                            select f.case_number, '没有申请人' from case_file f where not exists (
                                select from case_party p where p.case_number = f.case_number and p.role = 'applicant')""", RESTORE),
            Rule.agreement("""
                            select case_number, '状态是“' || state || '”，与登记的部门、决定和结果文号不符' from case_file
                            where case when state in ('READY', 'GRANTED', 'DENIED') then num_nulls(decision, decided_on,
                                    result_name, result_number, department) > 0 else num_nonnulls(decision, decided_on,
                                    result_number) > 0 or state = 'HANDLING' and department is null end
                                or (state = 'GRANTED' and decision <> 'grant') or (state = 'DENIED' and decision <> 'deny')""", RESTORE),
            Rule.agreement("""
                            select f.case_number, case when d.case_number is null then '已办结，却没有送达记录'
                                else '尚未出件，却有送达记录' end
                            from case_file f left join delivery d on d.case_number = f.case_number
                            where (d.case_number is null) = (f.state in ('GRANTED', 'DENIED'))""", RESTORE),
            Rule.agreement("""
                            select c.case_number, '已办结，材料原件“' || c.material || '”却既没有退还，也没有归档'
                            from (select distinct on (case_number, material) * from material_custody
                                    order by case_number, material, id desc) c
                                join case_file f on f.case_number = c.case_number
                            where f.closed_at is not null and c.whereabouts not in ('applicant', 'file')""", RESTORE),
            Rule.agreement("""
                            select f.case_number, '凭申请人的申请撤件，状态却是“' || f.state || '”'
                            from withdrawal w join case_file f on f.case_number = w.case_number
                            where f.state <> 'WITHDRAWN'""", RESTORE),
            Rule.agreement("""
                            select f.case_number, '状态是“' || f.state || '”，未提交的补正告知却有 ' || count(n.id) || ' 份'
                            from case_file f left join correction_notice n
                                on n.case_number = f.case_number and n.submitted_at is null
                            where f.state not in ('WITHDRAWN', 'LAPSED', 'REFUSED', 'DECLINED')
                            group by f.case_number having count(n.id) <> case f.state when 'CORRECTION' then 1 else 0 end""", RESTORE),
            Rule.agreement("""
                            select coalesce(n.case_number, e.case_number), '补正告知有 ' || coalesce(n.number, 0)
                                || ' 份，时限账本却记了 ' || coalesce(e.number, 0) || ' 次'
                            from (select case_number, count(*) as number from correction_notice group by 1) n
                                full join (select c.case_number, count(*) as number from clock_event c
                                    where c.type = 'correctionNotified'
                                        and not exists (select from clock_event r where r.reverses = c.id) group by 1) e
                                on e.case_number = n.case_number
                            where n.number is distinct from e.number""", RESTORE),
            Rule.agreement("""
                            select case_number, '环节“' || min(name) || '”（' || actor || '）登记了 ' || count(*) || ' 次'
                            from case_step group by case_number, step, actor, at, outcome, opinion having count(*) > 1""", RESTORE),
            Rule.agreement("""
                            select s.stem || '〔' || s.year || '〕第' || lpad(s.number::text, 6, '0') || '号', case
                                when count(f.number) = 0 then '文号缺号' else '文号重号：' || string_agg(f.case_number, '、') end
                            from (select stem, year, generate_series(1, last) as number from result_number) s
                                left join (%1$s) f on f.stem = s.stem and f.year = s.year and f.number = s.number
                            group by s.stem, s.year, s.number having count(f.number) <> 1""".formatted(numbers()), "查明该文号的去向，登记作废或者更正。"),
            Rule.agreement("""
                            select f.case_number, '结果文号“' || f.result_number || '”不是按序取得的'
                            from (%1$s) f left join result_number n on n.stem = f.stem and n.year = f.year
                            where n.last is null or f.number > n.last""".formatted(numbers()), "与文号登记簿核对后更正。"));

    private FileRules() {}

    private static String openStates() {
        return Stream.of(CaseState.values())
                .filter(state -> !state.isFinal())
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(", "));
    }

    /** The documents' numbers in their parts. */
    private static String numbers() {
        return """
                select case_number, result_number, left(result_number, strpos(result_number, '〔') - 1) as stem,
                    substring(result_number from '〔(\\d+)〕')::integer as year,
                    substring(result_number from '第(\\d+)号$')::integer as number
                from case_file where result_number is not null""";
    }
}
