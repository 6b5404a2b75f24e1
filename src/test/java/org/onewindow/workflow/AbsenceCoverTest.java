package org.onewindow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.workflow.Forms.opinion;
import static org.onewindow.workflow.Refusal.refusalOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.Approval;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.casefile.TakenBy;
import org.onewindow.organization.Absence;
import org.onewindow.organization.Absence.Plan;
import org.onewindow.organization.Absences;
import org.onewindow.organization.RefusedAbsence;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 顶岗: what would be the task of somebody who is away goes to the deputy and comes back; nobody approves their own work. */
@HallTest
class AbsenceCoverTest {

    private static final String DECIDERS = "health-commission-deciders";
    private static final String REVIEWERS = "health-commission-reviewers";

    @Autowired
    private Hall hall;

    @Autowired
    private AbsenceCover cover;

    @Autowired
    private AbsenceSweep sweep;

    @Autowired
    private Absences absences;

    @Autowired
    private Approval approval;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @AfterEach
    void everybodyIsBack() {
        hall.at(Hall.MONDAY);
        var supervisor = account("fengxue");
        jdbc.sql("select id from absence where revoked_at is null and to_day >= '2026-03-02'")
                .query(Long.class)
                .list()
                .forEach(id -> cover.revoke(id, supervisor));
        List.of("zhaogang", "qianwei", "guowei").forEach(person -> List.of(DECIDERS, REVIEWERS)
                .forEach(group -> hall.engine().getIdentityService().deleteMembership(person, group)));
    }

    @Test
    void whatSomebodyHasGoesOverAndComesBackAfterTheLastDay() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        away("zhaogang", "2026-03-03", "2026-03-05", "qianwei", "zhaogang");
        sweep.sweep();
        assertThat(assignee(permit)).isEqualTo("zhaogang");
        hall.at("2026-03-03T00:01");
        sweep.sweep();
        assertThat(assignee(permit)).isEqualTo("qianwei");
        hall.at("2026-03-05T23:59");
        sweep.sweep();
        assertThat(assignee(permit)).isEqualTo("qianwei");
        hall.at("2026-03-06T00:00");
        var task = permit.task().getId();
        refusalOf(() -> hall.as("qianwei").submitForm(task, Forms.handled("propose-grant", "拟同意。")))
                .contains("顶岗已经结束");
        sweep.sweep();
        sweep.sweep();
        assertThat(assignee(permit)).isEqualTo("zhaogang");
        assertThat(moves(permit)).containsExactly("COVERED zhaogang qianwei", "RETURNED qianwei zhaogang");
        way.handles(permit);
        assertThat(permit.steps().get(1).taken()).isEqualTo(TakenBy.self("zhaogang"));
    }

    @Test
    void entryAndRevocationHoldAtOnce() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        var absence = away("zhaogang", "2026-03-02", "2026-03-05", "qianwei", "zhaogang");
        assertThat(assignee(permit)).isEqualTo("qianwei");
        cover.revoke(absence.id(), account("zhaogang"));
        assertThat(assignee(permit)).isEqualTo("zhaogang");
    }

    @Test
    void whatIsEnteredCountsAtOnceWithinItsTransactionAndForOthersWhenItIsKept() {
        var plan = new Plan("zhaogang", hall.today(), hall.today(), Set.of(), "qianwei", false, "参加区里的培训");
        assertThat(absences.today("zhaogang")).isEmpty();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    absences.enter(plan, "zhaogang");
                    assertThat(absences.today("zhaogang")).hasSize(1);
                    assertThat(CompletableFuture.supplyAsync(() -> absences.today("zhaogang"))
                                    .join())
                            .isEmpty();
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(absences.today("zhaogang")).isEmpty();
        var kept = absences.enter(plan, "zhaogang");
        assertThat(absences.today("zhaogang")).containsExactly(kept);
        absences.revoke(kept.id(), "zhaogang");
        assertThat(absences.today("zhaogang")).isEmpty();
    }

    @Test
    void theDeputysStepNamesBoth() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        away("zhaogang", "2026-03-02", "2026-03-05", "qianwei", "zhaogang");
        hall.as("qianwei").submit(permit, "task_handle", Forms.handled("propose-grant", "拟同意。"));
        var taken = permit.steps().get(1).taken();
        assertThat(taken).isEqualTo(new TakenBy("qianwei", Optional.of("zhaogang")));
        assertThat(taken.name(Map.of("qianwei", "钱伟", "zhaogang", "赵刚"))).isEqualTo("钱伟（代赵刚）");
        assertThat(jdbc.sql("select facts from document where case_number = ? and kind = 'material-handover'")
                        .param(permit.number().value())
                        .query(String.class)
                        .single())
                .contains("钱伟（代赵刚）");
    }

    /** The task of a clerk's own case opens with the clerk's name on it. */
    @Test
    void whatOpensOnTheDeskOfSomebodyAwayOpensWithTheDeputy() {
        var identity = hall.engine().getIdentityService();
        identity.createMembership("wangfang", "window-social");
        try {
            away("zhangmin", "2026-03-02", "2026-03-02", "wangfang", "fengxue");
            var permit = way.received();
            assertThat(assignee(permit)).isEqualTo("wangfang");
            hall.as("wangfang").submit(permit, "task_verifyMaterials", Forms.accept(permit));
            assertThat(permit.steps().get(0).taken()).isEqualTo(new TakenBy("wangfang", Optional.of("zhangmin")));
        } finally {
            identity.deleteMembership("wangfang", "window-social");
        }
    }

    @Test
    void whoIsAwayClaimsNothing() {
        var permit = way.accepted();
        away("zhaogang", "2026-03-02", "2026-03-05", "qianwei", "zhaogang");
        refusalOf(() -> hall.as("zhaogang").claim(permit, "task_handle")).contains("您登记了");
    }

    @Test
    void onlyTheNamedItemsGoOver() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        enter("zhaogang", "2026-03-02", "2026-03-05", Set.of("physician-registration"), "qianwei", "zhaogang");
        assertThat(assignee(permit)).isEqualTo("zhaogang");
        enter("zhaogang", "2026-03-02", "2026-03-05", Set.of("public-health-permit"), "qianwei", "zhaogang");
        assertThat(assignee(permit)).isEqualTo("qianwei");
    }

    /** The only reviewer is away: the head lends the post, for these tasks alone. */
    @Test
    void aHeadMayNameADeputyOfAnotherPost() {
        var mine = way.checked();
        hall.as("sunjie").claim(mine, "task_review");
        var free = way.checked();
        away("sunjie", "2026-03-02", "2026-03-05", "guowei", "guowei");
        assertThat(assignee(mine)).isEqualTo("guowei");
        hall.as("guowei").submit(mine, "task_review", opinion("agree", "同意。"));
        assertThat(mine.steps().get(3).taken()).isEqualTo(new TakenBy("guowei", Optional.of("sunjie")));
        assertThat(hall.as("guowei").find(free, "task_review")).isNull();
    }

    /** The handler would review their own work: the task stays where it is. */
    @Test
    void whoHandledDoesNotReviewThroughAnotherPost() {
        var permit = way.checked();
        hall.as("sunjie").claim(permit, "task_review");
        away("sunjie", "2026-03-02", "2026-03-05", "zhaogang", "guowei");
        assertThat(assignee(permit)).isEqualTo("sunjie");
    }

    /** The post was lent to the only reviewer, whose own post comes next. */
    @Test
    void whoHandledOnALentPostDoesNotReview() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        away("zhaogang", "2026-03-02", "2026-03-05", "sunjie", "guowei");
        hall.as("sunjie").submit(permit, "task_handle", Forms.handled("propose-grant", "拟同意。"));
        hall.as("qianwei").submit(permit, "task_checkOnSite", Forms.onSiteCheck("qianwei", "zhaogang", "2026-03-02"));
        refusalOf(() -> hall.as("sunjie").submit(permit, "task_review", opinion("agree", "同意。")))
                .contains("不能审核");
    }

    /** Neither who acted, nor for whom they acted, decides; be it themselves, or through a deputy, or as one. */
    @Test
    void nobodyDecidesTheirOwnWorkByWhateverWay() {
        var people = List.of("zhaogang", "qianwei", "sunjie", "zhoutao");
        for (var handler : takers(people)) {
            var permit = way.received();
            approval.step(permit.number(), "task_handle", "承办", handler, "", Optional.empty());
            for (var decider : takers(people)) {
                boolean isApart = decider.people().stream().noneMatch(handler.people()::contains);
                if (isApart) {
                    approval.checkDecider(permit.number(), decider, Set.of("task_handle"));
                } else {
                    assertThatThrownBy(() -> approval.checkDecider(permit.number(), decider, Set.of("task_handle")))
                            .as("%s handled, %s decides", handler, decider)
                            .isInstanceOf(RefusedInput.class);
                }
            }
        }
    }

    private static List<TakenBy> takers(List<String> people) {
        return people.stream()
                .flatMap(one -> people.stream()
                        .map(other -> new TakenBy(one, Optional.of(other).filter(person -> !person.equals(one)))))
                .toList();
    }

    /** The handler is the decider's deputy. */
    @ParameterizedTest
    @ValueSource(strings = {"zhaogang", "qianwei"})
    void theDecisionOfSomebodyAwayDoesNotGoToWhoTookPart(String deputy) {
        hall.engine().getIdentityService().createMembership(deputy, DECIDERS);
        var permit = way.reviewed();
        hall.as("zhoutao").claim(permit, "task_decide");
        away("zhoutao", "2026-03-02", "2026-03-05", deputy, "zhoutao");
        assertThat(assignee(permit)).isEqualTo("zhoutao");
    }

    /** The deputy handled it for the decider, who therefore does not decide. */
    @Test
    void whoseDeputyHandledDoesNotDecide() {
        hall.engine().getIdentityService().createMembership("zhaogang", DECIDERS);
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        var absence = away("zhaogang", "2026-03-02", "2026-03-02", "qianwei", "zhaogang");
        hall.as("qianwei").submit(permit, "task_handle", Forms.handled("propose-grant", "拟同意。"));
        cover.revoke(absence.id(), account("zhaogang"));
        hall.as("qianwei").submit(permit, "task_checkOnSite", Forms.onSiteCheck("qianwei", "zhaogang", "2026-03-02"));
        way.reviews(permit, "agree");
        refusalOf(() -> hall.as("zhaogang").submit(permit, "task_decide", opinion("grant", "准予。")))
                .contains("决定人不能是");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-05, qianwei, 不能早于今天",
        "2026-03-05, 2026-03-04, qianwei, 不能早于第一天",
        "2026-03-02, 2027-03-03, qianwei, 不超过一年",
        "2026-03-02, 2026-03-05, zhaogang, 不能是外出人本人",
        "2026-03-02, 2026-03-05, zhoutao, 同岗位",
        "2026-03-02, 2026-03-05, wujing, 同一部门",
        "2026-03-02, 2026-03-05, nobody, 同一部门"
    })
    void whatCannotBeIsRefusedInWords(String from, String to, String deputy, String words) {
        assertThatThrownBy(() -> away("zhaogang", from, to, deputy, "zhaogang"))
                .isInstanceOf(RefusedAbsence.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qianwei", "wujing", "mali", "zhangmin", "heming", "admin"})
    void nobodyEntersTheAbsenceOfAnother(String by) {
        assertThatThrownBy(() -> away("zhaogang", "2026-03-02", "2026-03-05", "qianwei", by))
                .isInstanceOf(RefusedAbsence.class)
                .hasMessageContaining("只能登记本人的外出");
    }

    @Test
    void absencesNeitherOverlapNorMakeChains() {
        away("zhaogang", "2026-03-02", "2026-03-05", "qianwei", "zhaogang");
        assertThatThrownBy(() -> away("zhaogang", "2026-03-05", "2026-03-06", "qianwei", "zhaogang"))
                .hasMessageContaining("重叠");
        assertThatThrownBy(() -> away("qianwei", "2026-03-05", "2026-03-06", "zhaogang", "qianwei"))
                .hasMessageContaining("顶岗人自己");
        assertThatThrownBy(() -> away("qianwei", "2026-03-05", "2026-03-06", "guowei", "guowei"))
                .hasMessageContaining("正为他人顶岗");
        away("qianwei", "2026-03-06", "2026-03-06", "zhaogang", "qianwei");
    }

    @Test
    void twoNodesMoveATaskOnce() throws Exception {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        away("zhaogang", "2026-03-03", "2026-03-03", "qianwei", "zhaogang");
        for (var day : List.of("2026-03-03T08:00", "2026-03-04T08:00")) {
            hall.at(day);
            var nodes = Executors.newFixedThreadPool(4);
            try {
                for (var done : nodes.invokeAll(List.of(swept(), swept(), swept(), swept()))) {
                    done.get();
                }
            } finally {
                nodes.shutdown();
            }
        }
        assertThat(moves(permit)).containsExactly("COVERED zhaogang qianwei", "RETURNED qianwei zhaogang");
        assertThat(assignee(permit)).isEqualTo("zhaogang");
    }

    private java.util.concurrent.Callable<Void> swept() {
        return () -> {
            sweep.sweep();
            return null;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update absence set to_day = to_day + 1",
                "delete from absence",
                "truncate absence cascade",
                "update task_move set reason = 'x'",
                "delete from task_move",
                "truncate task_move"
            })
    void whatIsOnRecordStays(String statement) {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        away("zhaogang", "2026-03-02", "2026-03-05", "qianwei", "zhaogang");
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("append-only");
    }

    private Absence away(String person, String from, String to, String deputy, String by) {
        return enter(person, from, to, Set.of(), deputy, by);
    }

    private Absence enter(String person, String from, String to, Set<String> items, String deputy, String by) {
        var plan = new Plan(person, LocalDate.parse(from), LocalDate.parse(to), items, deputy, false, "外出培训");
        cover.enter(plan, account(by));
        return absences.of(List.of(person), "").stream()
                .filter(absence -> absence.plan().from().equals(plan.from())
                        && absence.revoked().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Account account(String id) {
        return accounts.find(id).orElseThrow();
    }

    private static String assignee(ReceivedCase permit) {
        return permit.task().getAssignee();
    }

    private List<String> moves(ReceivedCase permit) {
        return jdbc.sql(
                        "select kind || ' ' || from_account || ' ' || to_account from task_move where case_number = ? order by id")
                .param(permit.number().value())
                .query(String.class)
                .list();
    }
}
