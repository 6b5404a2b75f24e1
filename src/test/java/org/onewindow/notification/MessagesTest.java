package org.onewindow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.supervision.WarningCard;
import org.onewindow.supervision.WarningCards;
import org.onewindow.supervision.WarningQuery;
import org.onewindow.workflow.Forms;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the house, on a mail server and a gateway of flesh and blood. */
@HallTest
class MessagesTest {

    private static final Letter LETTER =
            new Letter("【催办】办件", List.of("请尽快办理。"), List.of(new Letter.Fact("办件编号", "1502032026")), "/cases/1");

    @Autowired
    private Hall hall;

    @Autowired
    private Messages messages;

    @Autowired
    private MessageSender sender;

    @Autowired
    private WarningCards cards;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        PostOffice.settings(registry);
    }

    @BeforeEach
    void openTheHall() {
        hall.openOn(Hall.MONDAY);
        jdbc.sql("delete from message").update();
        PostOffice.empty();
        address("zhaogang", "zhaogang@wjw.kundulun.example");
        address("guowei", "guowei@wjw.kundulun.example");
    }

    @Test
    void whoHasTheCaseHearsOfAYellowCardAndTheHeadOfARedOne() {
        var permit = new PermitWay(hall).accepted();
        hall.as("zhaogang").claim(permit, "task_handle");
        hall.at("2026-03-10T08:30");
        hall.runDueTimers(permit);
        sender.sendAll();
        assertThat(PostOffice.mails()).hasSize(1);
        var yellow = PostOffice.mails().get(0);
        assertThat(yellow.to()).containsExactly("zhaogang@wjw.kundulun.example");
        assertThat(yellow.subject()).isEqualTo("【黄牌】办件 " + permit.number() + " 承诺时限将至");

        assertThat(yellow.text()).contains("https://yichuang.kundulun.example/cases/" + permit.number());

        hall.at("2026-03-11T17:00");
        hall.runDueTimers(permit);
        sender.sendAll();
        assertThat(PostOffice.mails())
                .filteredOn(mail -> mail.subject().startsWith("【红牌】"))
                .extracting(PostOffice.Mail::to)
                .containsExactlyInAnyOrder(
                        List.of("zhaogang@wjw.kundulun.example"), List.of("guowei@wjw.kundulun.example"));
        var red = PostOffice.mails().stream()
                .filter(mail -> mail.to().contains("guowei@wjw.kundulun.example"))
                .findFirst()
                .orElseThrow();
        PostOffice.keep(red, "red-card");
        assertThat(red.text())
                .contains(
                        "办件编号：" + permit.number(),
                        "事项：公共场所卫生许可（新办）",
                        "到期日：2026-03-11",
                        "https://yichuang.kundulun.example/supervision/warnings")
                .doesNotContain("{{");
        assertThat(red.html()).contains("<h1", permit.number().value(), "查看和办理").doesNotContain("{{");
        PostOffice.mails().forEach(MessagesTest::hasNoPersonalData);
        assertThat(PostOffice.GATEWAY.requests()).hasSize(3).allSatisfy(request -> assertThat(request.body())
                .doesNotContain("李建国", "李**", Forms.APPLICANT_ID, "13804721000"));
    }

    @Test
    void whereNobodyHasTheCaseTheHeadHearsOfIt() {
        var permit = new PermitWay(hall).accepted();
        hall.at("2026-03-10T08:30");
        hall.runDueTimers(permit);
        sender.sendAll();
        assertThat(PostOffice.mails())
                .extracting(PostOffice.Mail::to)
                .containsExactly(List.of("guowei@wjw.kundulun.example"));
    }

    @Test
    void anExplanationThatIsSentBackIsToldWithoutItsWords() {
        var permit = new PermitWay(hall).accepted();
        hall.at("2026-03-10T08:30");
        hall.runDueTimers(permit);
        var card = cards.list(
                        new WarningQuery(
                                Optional.empty(),
                                WarningQuery.Show.ALL,
                                Optional.of(WarningCard.Level.YELLOW),
                                Optional.empty()),
                        1)
                .get(0);
        cards.explain(card.id(), Optional.empty(), "申请人李建国出差。", "guowei");
        cards.sendBack(card.id(), "李建国出差不是理由", "fengxue");
        sender.sendAll();
        var mail = PostOffice.mails().get(1);
        assertThat(mail.subject()).isEqualTo("【黄牌】办件 " + permit.number() + " 的说明被退回");
        hasNoPersonalData(mail);
        PostOffice.keep(mail, "sent-back");
    }

    @Test
    void theGatewayKnowsUsByTheSignatureAndARepetitionByItsKey() throws Exception {
        PostOffice.isDown();
        send();
        sender.sendAll();
        PostOffice.isUpAgain();
        var request = PostOffice.GATEWAY.requests().get(0);
        var signed = request.timestamp() + "." + request.body();
        assertThat(request.signature())
                .isEqualTo("sha256=" + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, PostOffice.SECRET).hmacHex(signed));
        var content = new ObjectMapper().readTree(request.body());
        assertThat(content.at("/id").asText()).isEqualTo(request.key());
        assertThat(content.at("/kind").asText()).isEqualTo("reminder");
        assertThat(content.at("/addressee/type").asText()).isEqualTo("person");
        assertThat(content.at("/addressee/id").asText()).isEqualTo("zhaogang");
        assertThat(content.at("/subject").asText()).isEqualTo("【催办】办件");
        assertThat(content.at("/body").asText()).contains("请尽快办理。", "办件编号：1502032026");
        assertThat(content.at("/createdAt").asText()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(content.size()).isEqualTo(6);
    }

    @Test
    void whatAServerDoesNotTakeIsKeptAndSentLaterEverLessOften() {
        PostOffice.isDown();
        PostOffice.GATEWAY.answers(503);
        send();
        assertThat(sender.sendAll()).isEqualTo(2);
        assertThat(sender.sendAll()).as("not at once").isZero();
        assertThat(jdbc.sql("select problem from message order by channel")
                        .query(String.class)
                        .list())
                .containsExactly("连接不上邮件服务器", "消息网关答复 503");
        hall.at("2026-03-02T09:01");
        assertThat(sender.sendAll()).isEqualTo(2);
        hall.at("2026-03-02T09:04");
        assertThat(sender.sendAll()).as("four minutes, the second time").isZero();
        PostOffice.isUpAgain();
        PostOffice.GATEWAY.answers(200);
        hall.at("2026-03-02T09:05");
        assertThat(sender.sendAll()).isEqualTo(2);
        assertThat(PostOffice.mails()).hasSize(1);
        assertThat(PostOffice.GATEWAY.requests()).hasSize(1);
        hall.at("2026-03-03T09:00");
        assertThat(sender.sendAll()).as("what was sent is done with").isZero();
        assertThat(messages.unsent(10)).isEmpty();
    }

    @Test
    void afterThreeDaysItIsGivenUpForAnAdministratorToSee() {
        PostOffice.GATEWAY.answers(500);
        send();
        for (var now = LocalDateTime.parse(Hall.MONDAY); now.getDayOfMonth() < 6; now = now.plusHours(4)) {
            hall.at(now.toString());
            sender.sendAll();
        }
        assertThat(messages.unsent(10)).singleElement().satisfies(failed -> {
            assertThat(failed.channel()).isEqualTo("webhook");
            assertThat(failed.problem()).contains("消息网关答复 500");
            assertThat(failed.tries()).isGreaterThan(10);
        });
        PostOffice.GATEWAY.answers(200);
        long id = messages.unsent(10).get(0).id();
        assertThat(messages.tryAgain(id)).isTrue();
        assertThat(messages.tryAgain(id)).as("it is on its way").isFalse();
        sender.sendAll();
        assertThat(PostOffice.GATEWAY.requests()).hasSize(1);
        assertThat(messages.unsent(10)).isEmpty();
    }

    @Test
    void whatWaitsForAChannelThatIsNotSetUpAnyMoreIsNotForgotten() {
        send();
        jdbc.sql("update message set channel = 'courier' where channel = 'mail'")
                .update();
        sender.sendAll();
        assertThat(messages.unsent(10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.channel()).isEqualTo("courier");
            assertThat(waiting.channelIsOn()).isFalse();
        });
    }

    @Test
    void whatWasSentIsForgottenAfterNinetyDaysAndWhatWasNotNever() {
        PostOffice.GATEWAY.answers(400);
        send();
        sender.sendAll();
        hall.at("2026-05-31T09:00");
        assertThat(sender.forget()).as("the ninetieth day").isZero();
        hall.at("2026-05-31T09:01");
        assertThat(sender.forget()).isEqualTo(1);
        assertThat(jdbc.sql("select channel from message").query(String.class).list())
                .containsExactly("webhook");
    }

    @Test
    void whoHasNoAddressIsToldToTheAdministratorAtOnce() {
        transaction.executeWithoutResult(
                status -> messages.send(MessageKind.REMINDER, Addressee.person("qianwei"), LETTER));
        sender.sendAll();
        assertThat(messages.unsent(10)).singleElement().satisfies(failed -> {
            assertThat(failed.channel()).isEqualTo("mail");
            assertThat(failed.problem().orElseThrow()).contains("没有登记电子邮箱");
        });
        assertThat(PostOffice.GATEWAY.requests()).as("the other way goes on").hasSize(1);
    }

    @Test
    void headsWithoutAnAddressAreReachedThroughTheirDepartments() {
        transaction.executeWithoutResult(
                status -> messages.send(MessageKind.CARD, Addressee.headsOf("government-services"), LETTER));
        sender.sendAll();
        assertThat(PostOffice.mails())
                .extracting(PostOffice.Mail::to)
                .containsExactly(List.of("zwfwj@kundulun.example"));
    }

    @Test
    void aStepThatIsRefusedTellsNobody() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    messages.send(MessageKind.REMINDER, Addressee.person("zhaogang"), LETTER);
                    throw new RefusedInput("不能这样办理");
                }))
                .isInstanceOf(RefusedInput.class);
        assertThat(sender.sendAll()).isZero();
    }

    @Test
    void severalNodesSendEachMessageOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            send();
        }
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> node = sender::sendAll;
            int sent = 0;
            for (var answer : nodes.invokeAll(List.of(node, node, node, node))) {
                sent += answer.get();
            }
            assertThat(sent).isEqualTo(40);
        } finally {
            nodes.shutdown();
        }
        assertThat(PostOffice.copies()).isEqualTo(20);
        assertThat(PostOffice.GATEWAY.requests())
                .hasSize(20)
                .extracting(Gateway.Request::key)
                .doesNotHaveDuplicates();
    }

    private void send() {
        transaction.executeWithoutResult(
                status -> messages.send(MessageKind.REMINDER, Addressee.person("zhaogang"), LETTER));
    }

    private void address(String account, String email) {
        var identity = hall.engine().getIdentityService();
        var user = identity.createUserQuery().userId(account).singleResult();
        user.setEmail(email);
        identity.saveUser(user);
    }

    private static void hasNoPersonalData(PostOffice.Mail mail) {
        assertThat(mail.subject() + mail.text() + mail.html())
                .doesNotContain("李建国", "李**", Forms.APPLICANT_ID, "13804721000", "昆区如家");
    }
}
