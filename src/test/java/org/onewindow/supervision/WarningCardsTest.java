package org.onewindow.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onewindow.workflow.Forms.opinion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.supervision.WarningCard.Event;
import org.onewindow.supervision.WarningCard.Handling;
import org.onewindow.supervision.WarningCard.Level;
import org.onewindow.supervision.WarningCard.State;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.OverrunAnswers;
import org.onewindow.workflow.PermitWay;
import org.onewindow.workflow.StaffAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a card is raised, what it says, and what is done about it; on the engine's own timers. */
@HallTest
class WarningCardsTest {

    private static final StaffAccounts.Account HEAD =
            new StaffAccounts.Account("guowei", Set.of("health-commission-heads"));
    private static final String REASON = "检测机构排队，报告迟到四日，已约定下周一到场。";

    @Autowired
    private Hall hall;

    @Autowired
    private WarningCards cards;

    @Autowired
    private OverrunAnswers answers;

    @Autowired
    private JdbcClient jdbc;

    private PermitWay way;

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
    }

    @Test
    void aPromiseThatNearsIsAYellowCardThatSaysWhy() {
        var permit = way.accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        at(permit, "2026-03-10T08:29");
        assertThat(of(permit)).isEmpty();
        at(permit, "2026-03-10T08:30");
        var card = only(permit);
        assertThat(card.level()).isEqualTo(Level.YELLOW);
        assertThat(card.turnedOn()).isEqualTo("2026-03-10");
        assertThat(card.dueOn()).isEqualTo("2026-03-11");
        assertThat(card.department()).isEqualTo("health-commission");
        assertThat(card.itemName()).isEqualTo("公共场所卫生许可（新办）");
        assertThat(card.holders()).containsExactly("zhaogang");
        assertThat(card.grounds()).isEqualTo("承诺时限7个工作日，自2026-03-02（受理）次日起计，2026-03-11到期；至2026-03-10已计6日。依据：部门公开承诺。");
        assertThat(card.measure()).isEmpty();
        assertThat(card.state()).isEqualTo(State.OPEN);
    }

    @Test
    void aBrokenPromiseAndABrokenStatuteAreCardsOfTheirOwn() {
        var permit = way.accepted();
        at(permit, "2026-03-10T08:30");
        at(permit, "2026-03-11T17:00");
        at(permit, "2026-03-30T17:00");
        assertThat(of(permit)).extracting(WarningCard::level).containsExactly(Level.STATUTORY, Level.RED, Level.YELLOW);
        var statutory = of(permit).get(0);
        assertThat(statutory.dueOn()).isEqualTo("2026-03-30");
        assertThat(statutory.answerDue()).as("two working days").contains(LocalDate.of(2026, 4, 1));
        assertThat(statutory.grounds()).startsWith("法定时限20个工作日").contains("行政许可法第四十二条");
        assertThat(statutory.isUnanswered(LocalDate.of(2026, 4, 1))).isFalse();
        assertThat(statutory.isUnanswered(LocalDate.of(2026, 4, 2))).isTrue();
        assertThat(of(permit)).filteredOn(card -> card.measure().isPresent()).hasSize(2);
    }

    @Test
    void anOutageRaisesWhatWasMissedOnce() {
        var permit = way.accepted();
        at(permit, "2026-03-12T09:00");
        at(permit, "2026-03-13T09:00");
        assertThat(of(permit)).extracting(WarningCard::level).containsExactlyInAnyOrder(Level.RED, Level.YELLOW);
        assertThat(of(permit))
                .extracting(WarningCard::turnedOn)
                .extracting(LocalDate::toString)
                .contains("2026-03-10", "2026-03-11");
    }

    @Test
    void whatIsDecidedInTimeHasNoCard() {
        var permit = way.reviewed();
        way.decides(permit, "grant");
        at(permit, "2026-03-20T17:00");
        assertThat(permit.alarms()).as("of the delivery, which has no lamp").isNotEmpty();
        assertThat(of(permit)).isEmpty();
    }

    @Test
    void aPauseBeforeTheAlarmLeavesNothingToWarnOf() {
        var permit = way.accepted();
        hall.at("2026-03-05T10:00");
        way.startsSpecialProcedure(permit, "专家评审", 15);
        at(permit, "2026-04-20T10:00");
        assertThat(of(permit)).isEmpty();
        way.endsSpecialProcedure(permit);
        at(permit, "2026-04-23T08:30");
        assertThat(only(permit).dueOn()).isEqualTo("2026-04-24");
    }

    @Test
    void anExtendedPromiseIsAnotherPeriodAndMayNearAgain() {
        var permit = way.accepted();
        at(permit, "2026-03-10T08:30");
        way.asksForExtension(permit, 10);
        way.answersExtension(permit, "approve");
        at(permit, "2026-03-20T08:30");
        assertThat(of(permit)).extracting(WarningCard::level).containsOnly(Level.YELLOW);
        assertThat(of(permit)).extracting(card -> card.dueOn().toString()).containsExactly("2026-03-25", "2026-03-11");
        assertThat(of(permit).get(0).grounds()).contains("7个工作日，延期10个工作日");
    }

    @Test
    void aPauseThatMovesNoDateBringsNoSecondCard() {
        var permit = way.accepted();
        at(permit, "2026-03-10T08:30");
        way.startsSpecialProcedure(permit, "听证", 5);
        way.endsSpecialProcedure(permit);
        at(permit, "2026-03-10T16:00");
        assertThat(only(permit).dueOn()).isEqualTo("2026-03-11");
    }

    @Test
    void theHeadsAnswerInTasklistExplainsTheRedCard() {
        var permit = overdue();
        hall.as("guowei").submit(permit, "task_superviseOverrun", opinion("urged", REASON));
        assertThat(red(permit).state()).isEqualTo(State.EXPLAINED);
        assertThat(events(permit)).extracting(Event::state).containsExactly(State.ACKNOWLEDGED, State.EXPLAINED);
        assertThat(events(permit).get(1).handling()).contains(Handling.URGED);
        assertThat(events(permit).get(1).text()).contains(REASON);
        assertThat(events(permit)).extracting(Event::actor).containsOnly("guowei");
    }

    @Test
    void theHeadsExplanationOnThePageIsTheAnswerInTasklist() {
        var permit = overdue();
        answers.explain(red(permit), Optional.of(Handling.JUSTIFIED), REASON, HEAD);
        assertThat(hall.as("guowei").find(permit, "task_superviseOverrun")).isNull();
        assertThat(permit.steps()).last().satisfies(step -> {
            assertThat(step.name()).isEqualTo("超期督办");
            assertThat(step.actor()).isEqualTo("guowei");
            assertThat(step.opinion()).contains(REASON);
        });
        assertThat(red(permit).state()).isEqualTo(State.EXPLAINED);
    }

    @Test
    void anotherHeadsTaskIsNotTakenAway() {
        var permit = overdue();
        hall.engine()
                .getTaskService()
                .setAssignee(
                        hall.as("guowei").find(permit, "task_superviseOverrun").getId(), "mali");
        assertThatThrownBy(() -> answers.explain(red(permit), Optional.of(Handling.URGED), REASON, HEAD))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("已由其他负责人认领");
        assertThat(red(permit).state()).isEqualTo(State.OPEN);
    }

    @Test
    void anExplanationIsSentBackWithAReasonUntilItIsAccepted() {
        var permit = overdue();
        int waiting = cards.waiting(Set.of("health-commission"));
        cards.acknowledge(red(permit).id(), "guowei");
        assertThat(cards.waiting(Set.of("health-commission")))
                .as("it is still to be explained")
                .isEqualTo(waiting);
        answers.explain(red(permit), Optional.of(Handling.URGED), REASON, HEAD);
        assertThat(cards.waiting(Set.of("health-commission"))).isEqualTo(waiting - 1);
        cards.sendBack(red(permit).id(), "没有说明何时办结", "fengxue");
        assertThat(cards.waiting(Set.of("health-commission"))).isEqualTo(waiting);
        answers.explain(red(permit), Optional.of(Handling.URGED), "3月16日前办结。", HEAD);
        cards.accept(red(permit).id(), "fengxue");
        assertThat(red(permit).waits()).isFalse();
        assertThat(events(permit))
                .extracting(Event::state)
                .containsExactly(State.ACKNOWLEDGED, State.EXPLAINED, State.SENT_BACK, State.EXPLAINED, State.ACCEPTED);
        assertThatThrownBy(() -> cards.sendBack(red(permit).id(), "再想想", "fengxue"))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("说明已认可");
    }

    @Test
    void aYellowCardIsDoneWithOnceItIsAcknowledged() {
        var permit = way.accepted();
        at(permit, "2026-03-10T08:30");
        cards.acknowledge(only(permit).id(), "guowei");
        assertThat(only(permit).waits()).isFalse();
        assertThatThrownBy(() -> cards.acknowledge(only(permit).id(), "guowei"))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("已签收");
        cards.explain(only(permit).id(), Optional.empty(), "明日决定。", "guowei");
        assertThat(only(permit).state()).isEqualTo(State.EXPLAINED);
    }

    @Test
    void anExplanationNeedsWordsAndARedCardAConclusion() {
        var permit = overdue();
        assertThatThrownBy(() -> answers.explain(red(permit), Optional.empty(), REASON, HEAD))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("处理结论");
        assertThatThrownBy(() -> answers.explain(red(permit), Optional.of(Handling.URGED), " 忙 ", HEAD))
                .isInstanceOf(RefusedInput.class);
        assertThat(events(permit)).as("nothing half-written").isEmpty();
        assertThat(hall.as("guowei").find(permit, "task_superviseOverrun")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update warning_card set grounds = ''",
                "update warning_card set level = 'YELLOW'",
                "delete from warning_card",
                "truncate warning_card cascade",
                "update warning_card_event set text = ''",
                "delete from warning_card_event",
                "truncate warning_card_event"
            })
    void whatIsOnACardStays(String change) {
        var permit = overdue();
        cards.acknowledge(red(permit).id(), "guowei");
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    private ReceivedCase overdue() {
        var permit = way.accepted();
        at(permit, "2026-03-11T17:00");
        return permit;
    }

    private void at(ReceivedCase permit, String time) {
        hall.at(time);
        hall.runDueTimers(permit);
    }

    private WarningCard red(ReceivedCase permit) {
        return of(permit).stream()
                .filter(card -> card.level() == Level.RED)
                .findFirst()
                .orElseThrow();
    }

    private List<Event> events(ReceivedCase permit) {
        return cards.events(List.of(red(permit)));
    }

    private WarningCard only(ReceivedCase permit) {
        assertThat(of(permit)).hasSize(1);
        return of(permit).get(0);
    }

    private List<WarningCard> of(ReceivedCase permit) {
        var all = new WarningQuery(Optional.empty(), WarningQuery.Show.ALL, Optional.empty(), Optional.empty());
        return cards.list(all, 1000).stream()
                .filter(card -> card.caseNumber().equals(permit.number()))
                .toList();
    }
}
