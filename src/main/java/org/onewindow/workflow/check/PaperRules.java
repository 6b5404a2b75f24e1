package org.onewindow.workflow.check;

import java.util.List;

/** The papers: each number once, each step with its paper, each paper with its PDF. */
final class PaperRules {

    private static final String RESTORE = "文书随环节同时登记，不会单独缺少：保留现场，与最近的备份和纸质档案核对后由管理员修复。";

    static final List<Rule> ALL = List.of(
            Rule.agreement("""
                            select s.stem || '〔' || s.year || '〕' || lpad(s.number::text, 6, '0') || '号', case
                                when count(d.id) = 0 then '文书缺号' else '文书重号：' || string_agg(d.case_number, '、') end
                            from (select stem, year, generate_series(1, last) as number from document_number) s
                                left join document d on d.version = 1
                                    and d.number = s.stem || '〔' || s.year || '〕' || lpad(s.number::text, 6, '0') || '号'
                            group by s.stem, s.year, s.number having count(d.id) <> 1""", "查明该文号的去向，登记作废或者更正。"),
            Rule.agreement("""
                            select f.case_number, '已' || case e.type when 'decided' then '决定' else '受理' end || '，却没有'
                                || case e.type when 'decided' then '决定文书' else '受理通知书' end
                            from clock_event e join case_file f on f.case_number = e.case_number
                            where e.type in ('accepted', 'deemedAccepted', 'decided')
                                and e.recorded_at >= (select min(issued_at) from document)
                                and not exists (select from clock_event r where r.reverses = e.id)
                                and not exists (select from document d where d.case_number = e.case_number
                                    and d.kind = any (case e.type when 'decided' then array['grant', 'result', 'denial']
                                        else array['acceptance'] end))""", RESTORE),
            Rule.agreement("""
                            select d.case_number, '文书“' || d.number || '”的 PDF 未生成' || coalesce('：' || d.problem, '')
                            from document d where d.file_hash is null
                                and d.issued_at < cast(:now as timestamp) - interval '10 minutes'""", "排除所说的原因后系统自动生成；没有原因的，查看节点日志。"),
            Rule.agreement("""
                            select d.case_number, '文书“' || d.number || '”的内容与登记的摘要不符' from document d
                            where d.facts_hash <> encode(sha256(convert_to(d.facts, 'UTF8')), 'hex')""", RESTORE));

    private PaperRules() {}
}
