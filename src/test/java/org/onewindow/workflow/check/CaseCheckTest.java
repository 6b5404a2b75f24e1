package org.onewindow.workflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.workflow.Forms.accept;
import static org.onewindow.workflow.Forms.correct;
import static org.onewindow.workflow.Forms.handled;
import static org.onewindow.workflow.Forms.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.document.DocumentMaker;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.check.Finding.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own, with a case at every place where one may stand; each disagreement is undone after its test. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "spring.application.name=checked")
class CaseCheckTest {

    /** The item's own process; others may run beside it. */
    private static final String INSTANCE = "select e.id_ from act_ru_execution e join act_re_procdef d"
            + " on d.id_ = e.proc_def_id_ where e.business_key_ = :case and d.key_ like 'item%'";

    @Autowired
    private Hall hall;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DocumentMaker maker;

    private final Map<String, ReceivedCase> cases = new HashMap<>();

    @BeforeAll
    void openCases() {
        hall.openOn(Hall.MONDAY);
        var way = new PermitWay(hall);
        cases.put("lapsed", way.received());
        cases.put("correcting", way.received());
        hall.as("zhangmin")
                .submit(
                        cases.get("correcting"),
                        "task_verifyMaterials",
                        correct(cases.get("correcting"), Map.of("floor-plan", "缺少卫生设施图")));
        cases.put("handled", way.accepted());
        cases.put("extended", way.accepted());
        way.asksForExtension(cases.get("extended"), 5);
        cases.put("paused", way.accepted());
        way.startsSpecialProcedure(cases.get("paused"), "专家评审", 5);
        cases.put("returned", way.accepted());
        way.returnsToWindow(cases.get("returned"));
        cases.put("consulted", way.accepted());
        hall.as("zhaogang").claim(cases.get("consulted"), "task_handle");
        way.asks(cases.get("consulted"), "zhaogang", "market-supervision", 3);
        cases.put("ready", way.readyForIssuance());
        cases.put("closed", way.readyForIssuance());
        way.issues(cases.get("closed"));
        cases.put("refused", way.received());
        hall.as("zhangmin")
                .submit(
                        cases.get("refused"),
                        "task_verifyMaterials",
                        Forms.with(Forms.reject(cases.get("refused"), "refuse", "不属本机关职权。"), "competentOrgan", "区住建局"));
        cases.put("parallel", halfChecked());
        cases.put("overrun", way.accepted());
        hall.at("2026-03-12T10:00");
        cases.values().forEach(hall::runDueTimers);
        way.handles(cases.get("overrun"));
        cases.put("received", way.received());
        cases.put("resubmitted", corrected(way));
        maker.makeAll();
    }

    private ReceivedCase corrected(PermitWay way) {
        var permit = way.received();
        hall.as("zhangmin").submit(permit, "task_verifyMaterials", correct(permit, Map.of("floor-plan", "缺少卫生设施图")));
        hall.as("zhangmin").submit(permit, "task_registerCorrection", Map.of("outcome", "submitted"));
        return permit;
    }

    /** One of two parallel steps is done; its branch waits at the join. */
    private ReceivedCase halfChecked() {
        var form = person();
        form.putAll(Map.of("householdSize", 3, "hasDisabledMember", "no", "hasSeriouslyIllMember", "no"));
        var household = hall.as("zhangmin").receive("minimum-living-allowance", form);
        hall.as("zhangmin").submit(household, "task_verifyMaterials", accept(household));
        hall.as("songna").submit(household, "task_checkRecords", handled("conform", "收入、财产符合规定。"));
        return household;
    }

    @Test
    void aDatabaseThatOnlyTheApplicationWroteIsClean() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    handled     | update act_ru_execution set business_key_ = null where business_key_ = :case | 没有它的流程实例
                    handled     | update case_file set closed_at = received_at where case_number = :case | 却已有办结时间
                    handled     | update case_file set closed_at = received_at where case_number = :case | 流程实例
                    closed      | update case_file set closed_at = null where case_number = :case | 却没有办结时间
                    closed      | update case_file set closed_at = null where case_number = :case | 没有它的流程实例
                    handled     | update case_file set item_code = 'individual-business-registration' where case_number = :case | 却属于 item_public-health-permit
                    handled     | update act_ru_task set execution_id_ = :instance where task_def_key_ = 'task_handle' and proc_inst_id_ = :instance | 既没有任务也没有作业
                    received    | update act_hi_procinst set end_time_ = start_time_ where business_key_ = :case | 在流程历史里没有
                    closed      | update act_hi_procinst set end_time_ = null where business_key_ = :case and super_process_instance_id_ is null | 已不存在
                    extended    | update extension_request set decided_at = requested_at where case_number = :case | 却没有待批的延期申请
                    handled     | insert into extension_request (case_number, days, reason, requested_by, requested_at) values (:case, 5, '复杂', 'zhaogang', now()) | 却没有“延期审批”在进行
                    returned    | insert into acceptance_return_answer select id, 'upheld', '受理无误', 'zhangmin', now() from acceptance_return where case_number = :case | 未答复的“退回综窗”有 0 项，进行中的流程却有 1 个
                    consulted   | insert into consultation_answer select id, 'agree', '同意', 'wujing', now() from consultation where case_number = :case | 未答复的“会办”有 0 项，进行中的流程却有 1 个
                    handled     | insert into acceptance_return (case_number, error, reason, service_window, department, actor, at) values (:case, '材料缺少', '缺少检测报告', 'window-social', 'health-commission', 'zhaogang', now()) | 未答复的“退回综窗”有 1 项，进行中的流程却有 0 个
                    handled     | insert into consultation (case_number, department, question, due_on, asked_by, asked_at) values (:case, 'market-supervision', '有无案件', '2026-03-05', 'zhaogang', now()) | 未答复的“会办”有 1 项，进行中的流程却有 0 个
                    handled     | with paper as (insert into attachment (case_number, name, type, size, sha256, added_at) values (:case, '撤件申请.pdf', 'PDF', 1, repeat('0', 64), now()) returning id) insert into withdrawal select :case, id, '不再开办', 'zhangmin', now() from paper | 凭申请人的申请撤件，状态却是
                    received    | update case_file set state = 'ACCEPTED' where case_number = :case | 时限账本却是
                    handled     | update case_file set state = 'RECEIVED' where case_number = :case | 时限账本却已记受理
                    handled     | update case_file set state = 'READY' where case_number = :case | 时限账本却是“办理中”
                    handled     | update case_file set state = 'NOWHERE' where case_number = :case | 不是已知的状态
                    ready       | update case_file set result_number = null where case_number = :case | 结果文号不符
                    ready       | update case_file set result_number = null where case_number = :case | 文号缺号
                    ready       | update result_number set last = last + 1 | 文号缺号
                    ready       | update result_number set last = 1 | 不是按序取得的
                    closed      | delete from delivery where case_number = :case | 却没有送达记录
                    closed      | insert into material_custody (case_number, material, copies, whereabouts, actor, at) values (:case, 'floor-plan', 1, 'department', 'zhaogang', now()) | 既没有退还，也没有归档
                    correcting  | update correction_notice set submitted_at = now() where case_number = :case | 未提交的补正告知却有 0 份
                    correcting  | delete from correction_notice where case_number = :case | 补正告知有 0 份
                    handled     | insert into case_step (case_number, step, name, actor, outcome, opinion, at) select case_number, step, name, actor, outcome, opinion, at from case_step where case_number = :case | 登记了 2 次
                    handled     | alter table document disable trigger user; delete from document where case_number = :case and kind = 'acceptance' | 却没有受理通知书
                    handled     | alter table document disable trigger user; delete from document where case_number = :case and kind = 'acceptance' | 文书缺号
                    closed      | alter table document disable trigger user; update document set facts = '{}' where case_number = :case and kind = 'grant' | 与登记的摘要不符
                    ready       | alter table document disable trigger user; update document set file_hash = null where case_number = :case | 的 PDF 未生成
                    refused     | delete from case_party where case_number = :case | 没有申请人
                    handled     | update act_ru_job set duedate_ = duedate_ + interval '1 day' where process_instance_id_ = :instance | 计时器“event_deadlineNears”定在
                    resubmitted | update act_ru_job set duedate_ = duedate_ + interval '1 day' where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = :case) | 计时器“event_noticePeriodLapsed”定在
                    handled     | delete from act_ru_job where process_instance_id_ = :instance | 计时器应当有 1 个，实际有 0 个
                    handled     | update act_ru_task set due_date_ = due_date_ + interval '1 day' where proc_inst_id_ = :instance | 的到期日是
                    handled     | update act_ru_task set priority_ = 50 where proc_inst_id_ = :instance | 的优先级是 50
                    """)
    void aDisagreementIsFound(String where, String change, String problem) {
        var number = cases.get(where).number().value();
        var found =
                findingsAfter(change.replace(":instance", "(" + INSTANCE + ")").replace(":case", "'" + number + "'"));
        assertThat(found)
                .anySatisfy(finding -> assertThat(finding.problem()).contains(problem))
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
        assertThat(found)
                .filteredOn(finding -> finding.kind() == Kind.DISAGREEMENT)
                .isNotEmpty();
    }

    @Test
    void aMistypedNumberIsFoundAndTheOthersAreChecked() {
        var number = cases.get("refused").number().value();
        var wrong = number.substring(0, 20) + (number.charAt(20) == '9' ? '0' : (char) (number.charAt(20) + 1));
        var found = findingsAfter(
                "insert into case_file select (jsonb_populate_record(f, jsonb_build_object('case_number', '" + wrong
                        + "'))).* from case_file f where case_number = '" + number + "'");
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.subject()).isEqualTo(wrong);
            assertThat(finding.problem()).contains("校验位");
        });
    }

    @Test
    void aLedgerThatContradictsItselfIsFound() {
        var number = cases.get("handled").number().value();
        var found = findingsAfter("insert into clock_event (case_number, type, on_date, recorded_by) values ('" + number
                + "', 'delivered', '2026-03-12', 'nobody')");
        assertThat(found)
                .anySatisfy(finding -> assertThat(finding.problem()).contains("前后矛盾"))
                .allSatisfy(finding -> assertThat(finding.subject()).isEqualTo(number));
    }

    @Test
    void aDoubledDocumentNumberIsFoundWhereTheDatabaseNoLongerRefusesIt() {
        var found = findingsAfter(
                "alter table case_file drop constraint case_file_result_number_key",
                "update case_file set result_number = (select result_number from case_file where case_number = '"
                        + cases.get("closed").number() + "') where case_number = '"
                        + cases.get("ready").number() + "'");
        assertThat(found)
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.contains("文号重号"))
                .anyMatch(problem -> problem.contains("文号缺号"));
    }

    @Test
    void aJobThatIsNotRetriedIsStuckAndNoDisagreementOnceItIsAnIncident() {
        var number = cases.get("handled").number().value();
        var job = "(select id_ from act_ru_job where process_instance_id_ = ("
                + INSTANCE.replace(":case", "'" + number + "'") + "))";
        assertThat(findingsAfter("update act_ru_job set retries_ = 0 where id_ = " + job))
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.DISAGREEMENT, Kind.STUCK);
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            var id = jdbc.queryForObject("select " + job, String.class);
            hall.engine().getManagementService().setJobRetries(id, 0);
            assertThat(findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.STUCK);
                assertThat(finding.subject())
                        .isEqualTo(cases.get("handled").number().value());
                assertThat(finding.problem()).contains("event_deadlineNears", "已停止");
                assertThat(finding.remedy()).contains("重试");
            });
            hall.engine().getManagementService().setJobRetries(id, 1);
            assertThat(findings()).isEmpty();
        });
    }

    @Test
    void aTimerThatIsAboutToFireIsNoDisagreementAndALateOneIsStuck() {
        hall.at("2026-03-20T09:00");
        try {
            assertThat(findings()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.STUCK);
                assertThat(finding.problem()).contains("到期，至今没有执行");
            });
        } finally {
            hall.at("2026-03-12T10:00");
        }
    }

    /** It is raised once, and the dates that it left are those of a case on which it has been. */
    @Test
    void anAlarmThatAClockAheadRaisedIsNoDisagreement() {
        var permit = new PermitWay(hall).accepted();
        hall.at("2026-03-23T09:00");
        hall.runDueTimers(permit);
        hall.at("2026-03-12T10:00");
        assertThat(jdbc.queryForList(
                        "select alarm from clock_alarm where case_number = ?",
                        String.class,
                        permit.number().value()))
                .isNotEmpty();
        assertThat(findings()).isEmpty();
    }

    private List<Finding> findingsAfter(String... changes) {
        return transaction.execute(undone -> {
            undone.setRollbackOnly();
            for (var change : changes) {
                jdbc.execute(change);
            }
            return findings();
        });
    }

    private List<Finding> findings() {
        var found = new ArrayList<Finding>();
        var extent = new CaseCheck(application).check(found::add);
        assertThat(extent.cases()).isGreaterThanOrEqualTo(cases.size());
        return found;
    }
}
