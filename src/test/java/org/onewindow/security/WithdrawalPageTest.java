package org.onewindow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.attachment.Attachments;
import org.onewindow.attachment.Samples;
import org.onewindow.casefile.CaseState;
import org.onewindow.workflow.Hall;
import org.onewindow.workflow.Hall.ReceivedCase;
import org.onewindow.workflow.HallTest;
import org.onewindow.workflow.PermitWay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page 撤件: without the applicant's paper nothing is withdrawn, and by nobody but the window and whoever has the step. */
@HallTest
class WithdrawalPageTest {

    private static final String REASON = "申请人改变经营计划。";

    @Autowired
    private Hall hall;

    @Autowired
    private Attachments attachments;

    @LocalServerPort
    private int port;

    private PermitWay way;
    private ReceivedCase permit;

    @BeforeEach
    void acceptAPermit() {
        hall.openOn(Hall.MONDAY);
        way = new PermitWay(hall);
        permit = way.accepted();
    }

    @ParameterizedTest
    @CsvSource({
        "zhangmin, 200",
        "zhaogang, 403",
        "guowei, 403",
        "wangfang, 403",
        "fengxue, 403",
        "liuyang, 403",
        "wujing, 403",
        "admin, 403"
    })
    void onlyTheWindowAndWhoeverHasTheStep(String account, int expected) {
        var visitor = visit(account);
        assertThat(visitor.getPage(path()).statusCode()).isEqualTo(expected);
        if (expected == 403) {
            assertThat(sendPaper(visitor, REASON).statusCode()).isEqualTo(403);
            assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
            assertThat(attachments.of(permit.number())).isEmpty();
        }
    }

    @Test
    void nobodyWithoutLoginOrToken() {
        var stranger = Visitor.anonymous(port);
        assertThat(stranger.getPage(path()).statusCode()).isEqualTo(401);
        assertThat(sendPaper(stranger, REASON).statusCode()).isEqualTo(401);
        assertThat(visit("zhangmin")
                        .sendFile(path(), Map.of("_csrf", "guessed", "reason", REASON), "撤件申请.pdf", Samples.pdf("x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void withThePaperTheCaseEnds() {
        var clerk = visit("zhangmin");
        var answer = sendPaper(clerk, REASON);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?done=withdrawal");
        assertThat(permit.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(clerk.getPage("/cases/" + permit.number() + "?done=withdrawal")
                        .body())
                .contains("已撤件。", "撤件申请.pdf", REASON)
                .doesNotContain("id=\"actions\"");
        assertThat(sendPaper(clerk, REASON).body()).contains("办件已经结束（已撤件），不能再撤件");
    }

    @Test
    void aPaperThatIsThereAlreadyMayBeChosen() {
        long paper = add(permit);
        var clerk = visit("zhangmin");
        assertThat(clerk.getPage(path()).body()).contains("撤件申请.pdf", "value=\"" + paper + "\"");
        assertThat(choose(clerk, paper, "x").statusCode()).isEqualTo(422);
        assertThat(choose(clerk, paper, "x").body()).contains("请写明申请人撤件的理由", "checked");
        assertThat(choose(clerk, paper, REASON).statusCode()).isEqualTo(302);
        assertThat(permit.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void withoutThePaperNothingEnds() {
        var clerk = visit("zhangmin");
        long foreign = add(way.accepted());
        for (long paper : new long[] {0, foreign}) {
            var answer = choose(clerk, paper, REASON);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("请选择或者上传申请人签字、盖章的撤件申请", REASON);
        }
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void whatIsNoPaperIsRefusedAndWithoutAReasonNoneIsKept() {
        var clerk = visit("zhangmin");
        var form = Map.of("_csrf", clerk.takeCaseToken(), "reason", REASON);
        var answer = clerk.sendFile(path(), form, "撤件申请.exe", new byte[] {'M', 'Z', 1});
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("撤件申请.exe", REASON);
        assertThat(sendPaper(clerk, "").body()).contains("请写明申请人撤件的理由");
        assertThat(attachments.of(permit.number())).isEmpty();
        assertThat(permit.state()).isEqualTo(CaseState.HANDLING);
    }

    @Test
    void aDecidedCaseIsNotWithdrawn() {
        var decided = way.reviewed();
        way.decides(decided, "grant");
        var clerk = visit("zhangmin");
        var form = Map.of("_csrf", clerk.takeCaseToken(), "reason", REASON);
        var answer = clerk.sendFile(
                "/cases/" + decided.number() + "/withdrawal", form, "撤件申请.pdf", Samples.pdf("withdrawal"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("已经作出决定，不能撤件");
        assertThat(attachments.of(decided.number())).isEmpty();
    }

    private long add(ReceivedCase one) {
        var paper = Samples.upload("撤件申请.pdf", Samples.pdf("withdrawal"));
        return attachments
                .add(one.number(), Optional.empty(), List.of(paper), Optional.of("zhangmin"))
                .get(0)
                .id();
    }

    private HttpResponse<String> sendPaper(Visitor visitor, String reason) {
        var form = new HashMap<>(Map.of("_csrf", visitor.takeCaseToken(), "reason", reason));
        return visitor.sendFile(path(), form, "撤件申请.pdf", Samples.pdf("withdrawal"));
    }

    private HttpResponse<String> choose(Visitor visitor, long paper, String reason) {
        var form = "_csrf=" + visitor.takeCaseToken() + "&paper=" + paper + "&reason=" + Visitor.encoded(reason);
        return visitor.sendForm(path(), form.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor visit(String account) {
        boolean works = !List.of("fengxue", "admin").contains(account);
        return Visitor.loggedIn(port, account, works ? "tasklist" : "cockpit");
    }

    private String path() {
        return "/cases/" + permit.number() + "/withdrawal";
    }
}
