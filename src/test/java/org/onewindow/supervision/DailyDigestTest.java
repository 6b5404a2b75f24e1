package org.onewindow.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.notification.MessageSender;
import org.onewindow.notification.PostOffice;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** When the bureau gets its digest, and what it says. */
@HallTest
class DailyDigestTest {

    @Autowired
    private Hall hall;

    @Autowired
    private DailyDigest digest;

    @Autowired
    private MessageSender sender;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        PostOffice.settings(registry);
    }

    @BeforeEach
    void nothingWasToldYet() {
        hall.openOn(Hall.MONDAY);
        jdbc.sql("delete from daily_digest").update();
        jdbc.sql("delete from message").update();
        PostOffice.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T08:30, true, a Friday",
        "2026-02-14T08:30, true, a Saturday that is worked before the Spring Festival",
        "2026-02-15T08:30, false, the Spring Festival begins",
        "2026-02-17T08:30, false, New Year's Day",
        "2026-02-23T08:30, false, its last day",
        "2026-02-24T08:30, true, the first morning after it",
        "2026-02-28T08:30, true, a Saturday that makes up for it",
        "2026-03-01T08:30, false, a Sunday like any other",
        "2026-09-20T08:30, true, a Sunday that is worked",
        "2026-03-03T08:29, false, not yet",
        "2026-03-03T09:47, true, the application was down at half past eight",
        "2026-03-03T11:59, true, still the same morning",
        "2026-03-03T12:00, false, no morning any more"
    })
    void itGoesOutOnWorkingMornings(String time, boolean expected, String why) {
        hall.at(time);
        assertThat(digest.makeIfDue()).as(why).isEqualTo(expected);
        assertThat(digest.makeIfDue()).as("once").isFalse();
        sender.sendAll();
        assertThat(PostOffice.mails()).hasSize(expected ? 1 : 0);
    }

    @Test
    void severalNodesMakeItOnce() throws Exception {
        hall.at("2026-03-03T08:30");
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> node = digest::makeIfDue;
            int made = 0;
            for (var answer : nodes.invokeAll(List.of(node, node, node, node))) {
                made += answer.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            nodes.shutdown();
        }
        sender.sendAll();
        assertThat(PostOffice.mails()).hasSize(1);
    }

    @Test
    void itTellsTheBureauHowTheCasesStand() {
        hall.at("2026-06-01T09:00");
        var way = new PermitWay(hall);
        var late = way.accepted();
        var dueToday = way.accepted();
        hall.at("2026-06-04T09:00");
        way.received();
        var decided = way.reviewed();
        way.decides(decided, "grant");
        hall.at("2026-06-10T08:30"); // the promise of the first two ends
        hall.runDueTimers(late);
        digest.makeIfDue();
        sender.sendAll();
        var mail = PostOffice.mails().get(0);
        PostOffice.keep(mail, "digest-1");
        assertThat(mail.to()).containsExactly("zwfwj@kundulun.example");
        assertThat(mail.subject()).isEqualTo("每日监督简报 2026-06-10");
        assertThat(mail.text()).contains("在办 4 件，今日到期 2 件", "尚未受理　1 件", "超期　0 件");

        way.handles(dueToday);
        way.checks(dueToday);
        way.reviews(dueToday, "agree");
        way.decides(dueToday, "grant");
        hall.at("2026-06-10T17:00");
        hall.runDueTimers(late);
        hall.at("2026-06-11T08:30");
        digest.makeIfDue();
        sender.sendAll();
        var next = PostOffice.mails().stream()
                .filter(one -> one.subject().endsWith("2026-06-11"))
                .findFirst()
                .orElseThrow();
        PostOffice.keep(next, "digest-2");
        assertThat(next.text())
                .contains("昨日（2026-06-10）作出决定 1 件，其中按时 1 件，按时率 100.0%；")
                .contains("超期　1 件")
                .contains("昆都仑区卫生健康委员会　1 件")
                .contains("新发警示牌：黄牌 1 张，红牌 1 张，法定超期 0 张。")
                .contains("昆都仑区卫生健康委员会　2 张　无");
        assertThat(next.text() + next.html())
                .doesNotContain("李建国", Forms.APPLICANT_ID, late.number().value());
    }

    @Test
    void afterAFestivalItCoversTheDaysSinceTheLastWorkingDay() {
        hall.at("2026-02-24T08:30");
        digest.makeIfDue();
        sender.sendAll();
        assertThat(PostOffice.mails().get(0).text()).contains("2026-02-14 至 2026-02-23 没有作出决定的办件；");
    }
}
