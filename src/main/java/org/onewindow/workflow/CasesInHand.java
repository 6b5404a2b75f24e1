package org.onewindow.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.workflow.clock.Measures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has which cases in hand (在谁手里), for the lists of supervision. */
@Service
@Transactional(readOnly = true)
public class CasesInHand {

    private final JdbcClient jdbc;

    CasesInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who has a case in hand.
     *
     * @param step the open step's name
     * @param holder who took it, or the staff group that has not taken it yet (未认领)
     */
    public record InHand(String step, String holder) {}

    /** Who has some cases in hand; nothing of those without an open task. Whoever hears of an overrun has not the case itself. */
    public Map<CaseNumber, List<InHand>> inHand(List<CaseNumber> cases) {
        var found = new HashMap<CaseNumber, List<InHand>>();
        jdbc.sql("""
                        select e.business_key_, t.name_, u.last_ || u.first_ as person, (
                            select string_agg(distinct g.name_, '、') from act_ru_identitylink l
                                join act_id_group g on g.id_ = l.group_id_
                            where l.task_id_ = t.id_ and l.type_ = 'candidate') as candidates
                        from act_ru_execution e join act_ru_execution p on p.root_proc_inst_id_ = e.id_ and p.parent_id_ is null
                            join act_ru_task t on t.proc_inst_id_ = p.id_
                            join act_re_procdef d on d.id_ = e.proc_def_id_
                            left join act_id_user u on u.id_ = t.assignee_
                        where d.key_ <> ? and e.root_proc_inst_id_ = e.id_ and e.business_key_ = any (?)
                        order by t.create_time_, t.id_""")
                .param(Measures.OVERRUN)
                .param(cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(row -> {
                    var person = Optional.ofNullable(row.getString("person"));
                    var candidates = Optional.ofNullable(row.getString("candidates"));
                    found.computeIfAbsent(new CaseNumber(row.getString("business_key_")), number -> new ArrayList<>())
                            .add(new InHand(
                                    row.getString("name_"),
                                    person.or(() -> candidates.map(groups -> groups + "（未认领）"))
                                            .orElse("—")));
                });
        return found;
    }
}
